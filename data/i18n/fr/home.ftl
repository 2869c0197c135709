# La première page.

home-today = { $count ->
    [0] Rien n’attend aujourd’hui
   *[other] À faire aujourd’hui ({ $count })
}
home-draft-new = Brouillon, nouveau : { $name }
home-draft-form = Brouillon, fiche papier { $name }
home-draft-move = Brouillon, lieu de travail : { $name }
home-draft-call = Brouillon, nouvelle réunion : { $name }
home-draft-member = Brouillon : { $name }
home-draft-status = Brouillon, statut : { $name }
home-draft-coop = Brouillon : la coopérative
home-draft-user = Brouillon : nouvel utilisateur
home-draft-known-user = Brouillon : utilisateur { $name }
home-backup-never = Le fichier n’a jamais été sauvegardé
home-backup-old = Dernière sauvegarde : il y a { $days } jours
home-first-import = Importer la liste d’un tableur
home-first-member = Saisir le premier membre
home-first-coop = Vérifier le nom et les devises
home-first-money = Ouvrir les comptes et saisir leurs soldes
home-first-users = Dire qui d’autre ouvre ce fichier
home-first-settings = Langue, clavier, couleurs
home-first-help = Voir les touches
home-by-sex = F { $women }  M { $men }

home-draft-entry = Brouillon : { $name }
home-draft-gone = Brouillon d’un élément disparu
home-draft-gone-hint = L’élément de ce brouillon n’est plus dans le fichier. d jette le brouillon.
home-draft-drop = jeter
home-draft-dropped = Le brouillon est jeté.
home-no-draft = Ici, seul un brouillon se jette.
ask-draft-drop = Jeter ce brouillon ?
ask-draft-drop-lines = { $draft }. Ce qui y était saisi est perdu ; le fichier ne change pas.
home-steps-late = { $count ->
    [one] 1 étape de procédure en retard
   *[other] { $count } étapes de procédure en retard
}
home-steps-due = { $count ->
    [one] 1 étape à faire d’ici { $days } jours
   *[other] { $count } étapes à faire d’ici { $days } jours
}
home-cards-expired = { $count ->
    [one] 1 carte de creuseur expirée
   *[other] { $count } cartes de creuseur expirées
}
home-cards-end = { $count ->
    [one] 1 carte expire d’ici { $days } jours
   *[other] { $count } cartes expirent d’ici { $days } jours
}
home-applying = { $count ->
    [one] 1 demande de plus de 3 mois
   *[other] { $count } demandes de plus de 3 mois
}
home-to-validate = { $count ->
    [one] 1 adhésion à valider par l’assemblée
   *[other] { $count } adhésions à valider par l’assemblée
}
home-doubles = { $count ->
    [one] Un doublon possible
   *[other] { $count } doublons possibles
}
home-draft-rule = Brouillon, règle : { $name }
home-actions-late = { $count ->
    [one] 1 action en retard
   *[other] { $count } actions en retard
}
home-actions-due = { $count ->
    [one] 1 action à mener avant { $days } jours
   *[other] { $count } actions à mener avant { $days } jours
}
home-to-sign = { $count ->
    [one] 1 PV à signer
   *[other] { $count } PV à signer
}
home-meeting = { $day } { $time } { $name }
home-notice-due = Convoquer avant le { $due } : { $name }, { $day }
home-notice-missed = Pas convoquée : { $name }, { $day }
home-mandate-over = { $office } : mandat fini le { $day }
home-mandates-over = { $count } mandats finis sans successeur
home-mandate-vacant = { $office } : vacant depuis le { $day }
home-mandates-vacant = { $count } postes vacants
home-mandate-ends = { $office } : fin de mandat { $day }
home-mandates-end = { $count } mandats finissent avant { $days } jours
home-paid = Versé, 12 mois
