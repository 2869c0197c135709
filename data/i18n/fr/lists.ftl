# Filtres des listes, colonnes au choix, et changements de plusieurs fiches à la fois.

filter-new = Nouveau filtre…
filter-own = Filtre libre
filter-form = filtre
filter-name = Nom
filter-statuses = Statut
filter-sex = Sexe
filter-site = Site
filter-team = Équipe, puits
filter-role = Activité
filter-village = Village
filter-age_from = Âge de
filter-age_to = Âge jusqu’à
filter-card = Carte de creuseur
filter-card_days = Expire dans
filter-missing = Non renseigné
filter-admitted_from = Admis du
filter-admitted_to = Admis jusqu’au
filter-validation = Assemblée
filter-words = Mots
hint-filter-name = vide : n’est pas gardé
hint-filter-any = l’un ou l’autre, avec virgules
hint-filter-days = jours, pour « expire bientôt »
hint-filter-words = nom, numéro, téléphone…
card-state-valid = Valable
card-state-soon = Expire bientôt
card-state-expired = Expirée
card-state-none = Aucune
validation-open = Pas encore validée
err-criterion = Le critère { $text } n’existe pas.
err-filter-order = Ceci vient avant le début ; personne ne peut correspondre.
say-filter-removed = Filtre supprimé : { $name }
ask-filter-remove = Supprimer ce filtre ?
filter-remove = { $name } : seul le filtre disparaît, personne de la liste. Entrée le supprime, Échap le garde.
sort-card = par fin de la carte

column-village = Village
column-card = Carte au
column-team = Équipe
column-role = Activité
column-joined = Adhésion
column-former = Ancien n°
err-columns-none = Une liste a besoin d’une colonne au moins.

bulk-title = changer { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
hint-bulk = - vide le champ
hint-bulk-blank = vide : reste tel quel
hint-bulk-note = s’ajoute à ce qui s’y trouve
hint-bulk-on = vide : ce jour
field-note-line = Observation à ajouter
bulk-reading = Lecture de chaque fiche…
bulk-writing = Écriture…
bulk-change = À changer
bulk-same = L’ont déjà
bulk-refused = Laissés de côté
bulk-emptied = (vidé)
bulk-nothing = Personne ne changerait.
bulk-go = { $count ->
    [one] Entrée change 1 personne, en une seule opération que l’on peut défaire. Échap revient au formulaire.
   *[other] Entrée change { $count } personnes, en une seule opération que l’on peut défaire. Échap revient au formulaire.
}
bulk-done = { $count ->
    [one] 1 personne changée.
   *[other] { $count } personnes changées.
}
bulk-done-refused = { $count ->
    [one] 1 personne changée
   *[other] { $count } personnes changées
}, { $refused } laissées de côté, car quelqu’un d’autre vient de les modifier : { $names }
err-bulk-empty = Rien n’est rempli : choisissez au moins une chose à changer.
err-bulk-nothing = Personne n’a été changé : quelqu’un d’autre vient de modifier toutes ces fiches. Vérifiez de nouveau.
err-bulk-step = Ne suit pas de « { $from } ».
err-bulk-stale = Quelqu’un d’autre vient de modifier cette personne.
err-bulk-reason = Ceci va avec un changement de statut : choisissez le statut, ou laissez vide.
bulk-summary = résumé
say-filter-saved = Filtre enregistré : { $name }
filter-replaces = Il y a déjà un filtre { $name } ; il serait remplacé.
bulk-new = { $name } (nouveau : encore personne n’y est)
