# Sites, équipes, ménages : où travaillent les membres et avec qui ils vivent.

place-members = Membres
place-names = Noms
place-move = affectation
place-closed = fermé le { $day }
place-still = { $count ->
    [one] Un membre travaille encore à { $name }.
   *[other] { $count } membres travaillent encore à { $name }.
}
place-new-site = Il n’y a pas encore de site { $name }. Faut-il le créer ?
place-moved = { $count ->
    [0] Personne à déplacer : { $place }
    [one] Affecté : { $place }
   *[other] { $count } personnes affectées : { $place }
}
sites-empty = Aucun site. n saisit le premier ; un site naît aussi avec le premier membre qui y travaille.
teams-empty = Aucune équipe. n saisit la première ; une équipe naît aussi avec le premier membre qui y travaille.
filter-open = Ouverts
filter-closed = Fermés
column-closed = Fermé le
sort-members = par nombre de membres
sort-site = par site
household-other = Le ménage { $name } vit à { $village }. Si c’en est un autre, nommez-le { $own }.
place-close = fermer
