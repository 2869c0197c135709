# Cadre, touches, commandes et ce que tout écran peut dire.

area-home = Accueil
area-members = Membres
area-meetings = Réunions
area-elections = Élections
area-money = Argent
area-production = Production
area-legal = Légalisation
area-training = Formation
area-plans = Plans
area-disputes = Litiges

# Noms courts pour les écrans étroits
area-home-short = Accueil
area-members-short = Membres
area-meetings-short = Réunions
area-elections-short = Élect.
area-money-short = Argent
area-production-short = Prod.
area-legal-short = Légal
area-training-short = Form.
area-plans-short = Plans
area-disputes-short = Lit.

cmd-quit = quitter
cmd-back = retour
cmd-help = aide
cmd-palette = chercher tout
cmd-settings = Réglages
cmd-lock = verrouiller
cmd-language = langue
cmd-undo = défaire
cmd-redo = refaire
cmd-paper-forms = fiches papier, une pile
cmd-sites = sites
cmd-teams = équipes
cmd-pay = encaisser
cmd-up = haut
cmd-down = bas
cmd-page-up = page précédente
cmd-page-down = page suivante
cmd-top = premier
cmd-bottom = dernier
cmd-open = ouvrir
cmd-new = nouveau
cmd-edit = modifier
cmd-archive = changer le statut
cmd-filter = filtrer
cmd-filters = filtres
cmd-mark = marquer
cmd-mark-all = tout marquer
cmd-mark-range = marquer jusqu’ici
cmd-bulk = changer les marqués
cmd-remove = supprimer
cmd-earlier = plus tôt
cmd-later = plus tard
cmd-sort = trier
cmd-history = historique
cmd-print = imprimer
cmd-export = exporter
cmd-import = importer
cmd-save = enregistrer
cmd-next = suivant
cmd-previous = précédent
cmd-enter = suivant, ou prendre la proposition
cmd-undo-field = défaire dans le champ
cmd-redo-field = refaire dans le champ
cmd-confirm = oui
confirm-close = fermer
cmd-done = terminé
cmd-choose = choisir
cmd-write = écrire
cmd-columns = colonnes
cmd-leave-out = écarter
cmd-save-mapping = enregistrer les colonnes
cmd-mappings = colonnes enregistrées
cmd-sheet = feuille
cmd-admitted = membres ou candidats
cmd-duplicates = doublons
cmd-merge = réunir
cmd-exchange = garder l’autre
cmd-distinct = deux personnes
cmd-motion = résolution
cmd-action = action
cmd-insert = insérer
cmd-save-next = point suivant
cmd-next-item = point suivant
cmd-previous-item = point précédent
cmd-find = chercher
cmd-complete = compléter @nom
cmd-read-back = relecture
cmd-minutes = chercher dans les PV
cmd-proxy = procuration
cmd-excused = excusé
cmd-left = parti
cmd-all-present = tous présents
cmd-guest = invité
cmd-undo-this = défaire ceci
cmd-swap = autre version
cmd-stage = étape suivante
cmd-roll-call = appel
cmd-second-call = deuxième convocation

key-shift = Maj-
key-enter = Entrée
key-esc = Échap
key-tab = Tab
key-space = Espace
key-up = Haut
key-down = Bas
key-left = Gauche
key-right = Droite
key-pageup = PgPréc
key-pagedown = PgSuiv
key-home = Début
key-end = Fin
key-delete = Suppr

language-name = Français

fact = { $label } : { $value }
say-saving = enregistrement…
say-quit-key = Ctrl-Q pour quitter.
say-draft-kept = Votre saisie est gardée en brouillon ; l’accueil propose de la reprendre.
say-area-later = { $area } : ce domaine n’est pas encore disponible.
say-not-here = Cette touche ne fait rien dans cette liste.
say-nothing-selected = Rien n’est sélectionné.
say-nothing-marked = Rien n’est marqué : Espace marque une ligne, * toutes les lignes affichées.
say-saved = Enregistré : { $name }
say-backup = Sauvegarde écrite et vérifiée : { $file }
say-check-good = Le fichier est intact : { $acts } { $acts ->
    [one] opération
   *[other] opérations
}, mots témoins « { $head } ».
say-check-bad = Le fichier a été endommagé ou modifié de l’extérieur ; « ushirika check » dit où.
say-pin = Le code PIN est changé.
say-user-removed = { $name } ne peut plus ouvrir ce fichier.
say-stranger = Le fichier ne connaît pas « { $name } » : lecture seule.
say-exported = { $count } { $count ->
    [one] ligne écrite
   *[other] lignes écrites
} dans { $file }

err-cancelled = Annulé ; rien n’a été écrit.
err-internal = Une erreur interne a arrêté cette tâche ; rien n’a été écrit.

ask-discard = Quitter sans enregistrer ?
ask-discard-lines = Votre saisie sera perdue. Entrée pour l’abandonner, Échap pour continuer.
ask-doubts = Enregistrer quand même ? Entrée oui, Échap revient
say-too-small = Fenêtre trop petite
say-answer-first = Répondez d’abord à la question : Entrée ou Échap.

form-wrong = { $count ->
    [one] Un champ est à revoir.
   *[other] { $count } champs sont à revoir.
}

conflict-title = Quelqu’un d’autre a modifié cette fiche entre-temps
conflict-lead = Les deux versions sont gardées jusqu’à votre choix. ✓ sera enregistré.
conflict-mine = la vôtre
conflict-theirs = la leur

lock-title = Verrouillé. Qui est là ?
lock-pin = Code PIN
lock-no-pin = Sans code PIN : Entrée ouvre.

first-title = Un nouveau fichier pour votre coopérative
first-alone = Enregistrez d’abord ce formulaire avec F2 ; le reste vient ensuite.
first-done = Le fichier est prêt.

pick-up = dossier parent
pick-nothing = Rien ne correspond.
pick-none = Aucune liste dans ce dossier (CSV, XLSX, XLS, ODS). Choisissez un autre dossier, ou tapez où se trouve le fichier : /media/cle/liste.xlsx
err-no-file = Il n’y a pas de fichier { $file }.

list-count = { $count } au total
list-found = { $count } sur { $all }
list-marked = { $count } marqués
list-none = Rien ne correspond. Échap enlève le filtre.
cmd-admit = admettre, valider
