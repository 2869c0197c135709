# Historique, défaire et refaire.

history-title = Historique
history-undone = défait
history-redo = reprise
history-undo = annulation
history-more = et { $count } autres lignes
history-void = le numéro { $number } reste vide : { $reason }
history-blanked = (données retirées)

undo-title = Défaire ?
redo-title = Refaire ?
undo-looking = Recherche de ce qui a été modifié depuis…
undo-lead = { $at } { $user } : { $what }
undo-count = { $count ->
    [one] Une fiche revient à ce qu’elle était.
   *[other] { $count } fiches reviennent à ce qu’elles étaient.
}
undo-reverses = { $count ->
    [one] Une écriture est annulée par son contraire ; rien n’est effacé.
   *[other] { $count } écritures sont annulées par leur contraire ; rien n’est effacé.
}
undo-kept = { $count ->
    [one] Une fiche a été modifiée depuis et reste :
   *[other] { $count } fiches ont été modifiées depuis et restent :
}
undo-kept-more = … et { $count } autres
undo-nothing = Rien ne peut être défait : tout a été modifié depuis.
undo-key = Entrée le fait, Échap laisse tout en l’état.
undo-none = Vous n’avez rien à défaire.
redo-none = Il n’y a rien à refaire.
undo-done = { $kept ->
    [0] Défait : { $what }
   *[other] Défait : { $what } ; { $kept } fiches sont restées.
}
redo-done = Refait : { $what }
field-decision = Décision
field-removed_on = Retiré le
undo-goes = { $count ->
    [one] Une fiche qu’elle avait créée s’en va ; l’historique la garde.
   *[other] { $count } fiches qu’elle avait créées s’en vont ; l’historique les garde.
}
