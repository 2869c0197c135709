
# Les opérations, telles que l’historique et le journal les nomment
act-about = { $name } : { $what }
act-count = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
act-dues = { $count ->
    [one] 1 somme due
   *[other] { $count } sommes dues
}
act-book-create = ouverture du fichier
act-book-migrate = mise à niveau du fichier
act-book-restore = restauration d’une sauvegarde
act-act-undo = défait
act-act-redo = refait
act-coop-edit = coopérative modifiée
act-member-add = nouveau membre
act-member-form = fiche papier saisie
act-member-edit = membre modifié
act-member-admit = admission
act-member-status = changement de statut
act-member-move = lieu de travail
act-member-archive = départ
act-member-bulk = plusieurs membres modifiés
act-member-merge = fiches réunies
act-member-distinct = personnes distinguées
act-member-import = liste importée
act-organ-begin = organes
act-meeting-call = réunion convoquée
act-meeting-again = deuxième convocation
act-meeting-edit = réunion modifiée
act-meeting-agenda = ordre du jour réordonné
act-meeting-open = appel ouvert
act-meeting-close = séance levée
act-meeting-drop = réunion non tenue
act-founder-add = fondateur
act-founder-order = ordre des signatures
act-founder-remove = fondateur retiré
act-demo-fill = coopérative inventée
act-demo-meet = réunions de l’exemple saisies
act-demo-earn = argent saisi
act-demo-close = comptes clôturés
act-user-add = nouvel utilisateur
act-user-role = rôles modifiés
act-user-remove = utilisateur retiré
act-user-system = compte d’un utilisateur
act-user-pin = code PIN modifié

err-not-found = Cette fiche n’existe plus.
err-stale = Quelqu’un d’autre a modifié ceci entre-temps. Vérifiez, puis recommencez.
err-blocked = { $count ->
    [one] { $user } a modifié ceci de nouveau le { $at }. Défaites d’abord cette opération.
   *[other] Ceci a été modifié { $count } fois depuis, d’abord le { $at } par { $user }. Défaites d’abord ces opérations.
}
err-busy = D’autres personnes écrivent dans ce fichier depuis longtemps. Réessayez dans un instant.
err-missing = Il n’y a pas de fichier de coopérative à { $path }.
err-not-a-book = { $path } n’est pas un fichier d’Ushirika.
err-newer = Ce fichier a été écrit par un programme plus récent (version { $found } ; celui-ci connaît la { $known }). Relancez Ushirika ou installez le nouveau.
err-outdated = Ce fichier est à la version { $found } ; il faut d’abord le mettre au niveau { $known }.
err-corrupt = Le fichier est endommagé ({ $what }). Restaurez la dernière sauvegarde.
err-io = Le système a refusé : { $what }
io-not-found = ce fichier ou ce dossier n’existe pas
io-denied = vous n’avez pas le droit de lire ou d’écrire à cet endroit
io-folder = c’est un dossier et non un fichier
io-no-folder = une partie du chemin est un fichier et non un dossier
io-exists = ce nom est déjà pris
io-read-only = cet endroit est en lecture seule
io-full = le disque est plein
io-other = { $what }
err-disk-full = Le disque est plein ; rien n’a été écrit. Faites de la place, puis recommencez.
err-read-only = Ici, ce fichier ne peut qu’être lu : le fichier ou son dossier est protégé en écriture.
err-sqlite = La base de données a refusé : { $what }
err-book-exists = Il y a déjà un fichier à { $path } ; rien n’a été modifié.
err-network = Le fichier ne peut pas se trouver sur un disque réseau ({ $kind }) : plusieurs machines qui y écrivent le détruiraient. Placez-le sur un disque de cette machine.

err-denied = Vous n’en avez pas le droit ; il faut le rôle « { $role } ».
err-denied-unknown = Le fichier ne connaît pas l’utilisateur « { $user } », qui peut seulement lire.
err-denied-pin = Il faut votre code PIN ; à l’écran, Ctrl-L le demande.
err-pin-needed = { $name } doit donner son code PIN.
err-pin-wrong = Ce n’est pas le bon code PIN.
err-pin-length = Un code PIN a de { $shortest } à { $longest } caractères.
err-user-unknown = Le fichier ne connaît pas d’utilisateur { $name }.
err-user-bound = { $name } ne travaille que sous le compte « { $system } ».
err-user-exists = Il y a déjà un utilisateur { $name }.
err-user-roles = Un utilisateur a besoin d’au moins un rôle.
err-last-admin = Un fichier a besoin d’un administrateur ; c’est le dernier.

err-undo-already = Ceci est déjà défait.
err-undo-blanked = Des données personnelles ont été retirées de cette opération ; elle ne peut plus être défaite.
err-undo-migrated = Ceci a été écrit avant la mise à niveau du fichier et ne peut plus être défait.
err-undo-never = Ceci ne peut pas être défait.
err-undo-reverse = Ceci ne s’efface jamais ; une écriture contraire l’annule.
err-undo-taken = Le nom ou le numéro qui reviendrait a été donné à une autre fiche.
err-undo-unknown = Un programme plus récent a écrit ceci ; lui seul peut le défaire.
err-restore-self = C’est ce fichier lui-même, pas une sauvegarde.
err-restore-unsound = { $act ->
    [0] Cette sauvegarde est endommagée ou a été modifiée de l’extérieur ; elle n’est pas restaurée.
   *[other] Cette sauvegarde a été modifiée de l’extérieur (opération { $act }) ; elle n’est pas restaurée.
}

err-import-nothing = Il n’y a rien à écrire : aucune ligne n’est nouvelle ni modifiée.
err-import-twice = La ligne { $row } concerne le même membre.
err-import-form = La ligne { $row } porte le même numéro de fiche.
warn-import-number = Aucun membre ne porte le numéro { $number } ; il est gardé comme ancien numéro, un nouveau est donné à l’admission.
warn-import-other = Ceci appartient à un autre membre que celui que la ligne désigne.
warn-import-several = { $count } membres ont le même ; aucun n’a été reconnu ainsi.
warn-import-status = Le statut reste : « { $to } » ne peut pas suivre « { $from } ».

void-undone = admission défaite
void-merged = sa fiche a été réunie à une autre
void-paper = figure sur papier, d’avant une restauration

# Ce que trouve une vérification
fault-row = diffère de son historique : { $columns }
fault-gone = manque, alors que personne ne l’a supprimé
fault-back = est là, alors qu’il a été supprimé
fault-unlogged = a été écrit à l’insu du programme
fault-history = son historique a des lacunes
fault-change = une entrée du journal est illisible
fault-derived = ses clés de recherche ne concordent pas
fault-place = travaille ailleurs que ne disent les lieux de travail
fault-total = un compte tenu est faux
fault-unbalanced = n’est pas équilibrée
fault-entry-gap = une écriture du journal manque
fault-hidden-debt = doit une somme qui ne figure nulle part
fault-reference = renvoie à une fiche absente de { $table }
fault-trigger = ses gardes ont été enlevées ou modifiées
fault-number-gap = le numéro { $number } manque
fault-number-double = le numéro { $number } a été donné deux fois

act-entry-save = inscrit
act-entry-remove = retiré
err-form-taken = La fiche { $number } a déjà été saisie, pour { $name }.
err-team-site = Des personnes travaillent dans { $name }. Une équipe reste sur son site : affectez ces personnes à une équipe de l’autre site.
err-place-open = Le lieu de travail actuel court encore. Écrivez jusqu’à quand, puis commencez-en un autre.
err-move-early = { $name } : les lieux de travail sont écrits jusqu’au { $day }. Donnez un jour plus tardif, ou corrigez les jours sur la page du membre.
err-move-nowhere = Dites vers où : un site ou une équipe.
err-name-taken = « { $name } » existe déjà. Choisissez un autre nom.
err-file-absent = Le fichier { $file } ne peut pas être lu : { $why }.
act-procedure-open = procédure ouverte
act-member-validate = adhésion validée
err-validated = { $count ->
    [one] L’assemblée a déjà validé cette adhésion ; e en corrige la date.
   *[other] L’assemblée a déjà validé toutes ces adhésions ; e corrige la date de l’une d’elles.
}
err-admit-mixed = Marquez soit des candidats, pour les admettre, soit des membres, pour les valider.

err-merge-number = Une fiche qui porte un numéro ne peut entrer dans une fiche sans numéro : gardez celle du membre admis.
err-distinct-already = Quelqu’un a déjà dit que ce sont deux personnes.
warn-merge-sex = L’une est une femme, l’autre un homme.
warn-merge-birth = Les années de naissance ont plus de deux ans d’écart.
warn-merge-paper = Les pièces d’identité portent des numéros différents.
warn-merge-shares = Les deux ont des parts sociales : celles de la fiche gardée restent.
act-bylaw-save = règle des statuts
act-bylaw-remove = retour à la règle de la forme juridique

act-minutes-write = procès-verbal écrit
act-minutes-freeze = procès-verbal figé
act-minutes-take_back = procès-verbal repris
act-minutes-sign = procès-verbal signé
act-minutes-correct = procès-verbal rectifié
fault-minutes = son procès-verbal n’est pas celui qui a été figé
act-roll-arrive = arrivée
act-roll-leave = départ
act-roll-excuse = excuse
act-roll-absent = absence
act-roll-proxy = procuration
act-roll-withdraw = procuration retirée
act-roll-all = tous présents
act-roll-add = ajout à la liste
act-ledger-reverse = annulation
