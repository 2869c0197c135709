# La première page.

home-today = { $count ->
    [0] Rien n’attend aujourd’hui
   *[other] À faire aujourd’hui ({ $count })
}
home-draft-new = Brouillon, nouveau : { $name }
home-draft-member = Brouillon : { $name }
home-draft-status = Brouillon, statut : { $name }
home-draft-coop = Brouillon : la coopérative
home-draft-user = Brouillon : nouvel utilisateur
home-draft-known-user = Brouillon : utilisateur { $name }
home-backup-never = Le fichier n’a jamais été sauvegardé
home-backup-old = Dernière sauvegarde : il y a { $days } jours
home-first-import = Importer la liste d’un tableur
home-first-member = Saisir le premier membre
home-first-coop = Vérifier le nom et les monnaies
home-first-users = Dire qui d’autre ouvre ce fichier
home-first-settings = Langue, clavier, couleurs
home-first-help = Voir les touches
home-by-sex = F { $women }  H { $men }

home-draft-entry = Brouillon : { $name }
