# La ligne de commande. Clés : voir src/cli/words.rs
cli = Les livres d’une coopérative d’exploitants miniers artisanaux. Sans commande, le fichier s’ouvre à l’écran.
cli-usage = Utilisation :
cli-commands = Commandes{" "}
cli-options = Options{" "}
cli-arguments = Arguments{" "}
cli-after =
    Le fichier est celui de --file, sinon celui que nomme USHIRIKA_FILE, sinon
    book.ushirika dans le dossier de données de l’utilisateur. Le code PIN
    nécessaire est demandé au terminal, ou pris dans USHIRIKA_PIN.

    Codes de retour : 0 fait, 1 ce qui a été donné est faux, 2 ligne de commande
    fausse, 3 le fichier est occupé, absent ou plus récent que le programme,
    4 un contrôle d’intégrité a échoué.
cli-value-command = COMMANDE
cli-value-path = CHEMIN
cli-value-file = FICHIER
cli-value-dir = DOSSIER
cli-value-lang = LANGUE
cli-value-name = NOM
cli-value-login = COMPTE
cli-value-role = RÔLE
cli-value-date = DATE
cli-value-n = N
cli-value-seed = S
cli-value-code = CODE
cli-value-form = FORME
cli-value-format = FORMAT
cli-value-sheet = FEUILLE
cli-value-as = COMME
cli-value-shell = SHELL
cli--file = Le fichier de la coopérative
cli--lang = Langue : en, fr, ou le nom d’un fichier du dossier des langues
cli--user = Qui agit dans le fichier, si ce n’est pas l’utilisateur du système
cli--help = Dire comment s’en servir
cli--version = Dire la version du programme
cli--json = Un seul document JSON sur la sortie standard et rien d’autre
cli-demo = Inventer une coopérative cohérente et l’ouvrir
cli-demo--members = Nombre de personnes (184)
cli-demo--seed = Un autre nombre donne d’autres personnes (1)
cli-demo--date = Le jour où l’on regarde la coopérative ; aujourd’hui par défaut
cli-demo--country = Noms et lieux de ce pays : CD ou SL (CD)
cli-demo--out = Écrire dans ce nouveau fichier sans l’ouvrir
cli-init = Commencer le fichier d’une coopérative ; vous en devenez l’administrateur
cli-init--name = Dénomination de la coopérative
cli-init--country = Pays : CD, SL, CI, CF, GN ou GH
cli-init--form = Forme juridique : scoops (simplifiée), coopca (avec conseil d’administration) ou other (autre)
cli-init--currency = Devise des livres ; celle du pays par défaut
cli-init--also = Une autre devise ; peut être répété
cli-import = Lire le fichier d’un autre programme
cli-import-members = Lire une liste de membres (CSV, XLSX, XLS, ODS) dans le registre, en une seule opération
cli-import-members--file-name = La liste
cli-import-members--sheet = La feuille du classeur ; par défaut la première qui ressemble à une liste
cli-import-members--map = Un fichier TOML qui dit ce que sont les colonnes (sheet, header_row, date, decimal, [columns])
cli-import-members--dry-run = Montrer ce qui serait fait sans rien écrire
cli-import-members--skip-refused = Écrire les bonnes lignes même si d’autres sont refusées
cli-import-members--admit = Ce que devient une personne sans numéro ni statut : members (membres) ou applicants (candidats) (members)
cli-import-opening = Lire la situation d’ouverture (CSV, XLSX, XLS, ODS) : parts, arriérés et avances des membres, ou soldes des comptes
cli-import-opening--file-name = La liste
cli-import-opening--sheet = La feuille du classeur ; par défaut la première qui ressemble à une liste
cli-import-opening--map = Un fichier TOML qui dit ce que sont les colonnes (sheet, header_row, date, decimal, [columns])
cli-import-opening--date = Le jour de l’ouverture ; aujourd’hui par défaut
cli-import-opening--dry-run = Montrer ce qui serait fait sans rien écrire
cli-import-opening--skip-refused = Écrire les bonnes lignes même si d’autres sont refusées
cli-export = Écrire une partie du fichier pour un autre programme
cli-export-members = Écrire le registre
cli-export-members--format = csv, xlsx ou json (selon la fin du nom du fichier, sinon csv)
cli-export-members--out = Fichier à écrire ; la sortie standard s’il manque ou avec « - »
cli-export-meetings = Écrire les réunions, une par ligne
cli-export-meetings--format = csv, xlsx ou json (selon la fin du nom du fichier, sinon csv)
cli-export-meetings--out = Fichier à écrire ; la sortie standard s’il manque ou avec « - »
cli-export-motions = Écrire ce qui a été mis aux voix, un projet par ligne
cli-export-motions--format = csv, xlsx ou json (selon la fin du nom du fichier, sinon csv)
cli-export-motions--out = Fichier à écrire ; la sortie standard s’il manque ou avec « - »
cli-value-paper = IMPRIMÉ
cli-value-text = TEXTE
cli-report = Écrire un imprimé ; sans --out, comme texte sur la sortie standard
cli-report--paper = L’imprimé ; --list les nomme avec leurs options
cli-report--out = Fichier à écrire ; sa fin dit sous quelle forme : .pdf, .txt, .xlsx, .csv
cli-report--list = Nommer les imprimés et leurs options
cli-report--status = Quelles personnes : members, active, suspended, admitted, left, applicants ou all
cli-report--site = Seulement celles de ce site
cli-report--team = Seulement celles de cette équipe
cli-report--member = Seulement ces numéros : 147, ou 1-50,60
cli-report--number = Quel reçu ou quel bon de sortie : 2026-0412, ou 412 de cette année
cli-report--shape = Sur A4 en tiers (a4), ou sur rouleau de 80 mm (48) ou de 58 mm (32)
cli-report--times = Nombre d’exemplaires sur la feuille, 1 à 3
cli-report--on = Comme à cette date
cli-report--columns = Avec (private) ou sans (public) les données privées
cli-report--photo = Avec la place d’une photo : yes (oui) ou no (non)
cli-report--cycle = Le cycle d’épargne ; le dernier par défaut
cli-report--meeting = Numéro du procès-verbal, date, last, next ; pour une liste de présence aussi des mots
cli-report--body = L’organe, quand plusieurs se sont réunis
cli-report--motion = Le projet de résolution ; inutile quand il n’y en a qu’un
cli-report--year = L’année du registre ; sans elle, cette année
cli-report--copy = Copie certifiée d’un procès-verbal signé
cli-report--date = Quand elle se tient
cli-report--place = Où elle se tient
cli-report--order = Par number (numéro), name (nom) ou site
cli-report--guests = Lignes vides pour d’autres
cli-report--until = Jusqu’à quand les cartes sont valables
cli-report--sheet = La planche d’étiquettes : 3x8, 3x7, 2x7 ou 5x13
cli-report--skip = Étiquettes déjà utilisées sur la première planche
cli-report--code = Avec un code-barres : yes (oui) ou no (non)
cli-report--copies = Combien de fiches vierges
cli-report--first = Le numéro de la première
cli-backup = Copier le fichier et vérifier la copie
cli-backup--dir = Où ; par défaut le dossier « backup » à côté du fichier
cli-restore = Mettre une copie à la place du fichier ; ce qui est remplacé est gardé
cli-restore--file-name = La copie
cli-restore--yes = Le faire sans demander
cli-restore--last-number = Le dernier numéro de membre qui existe sur papier : jusqu’à lui aucun n’est redonné
cli-check = Vérifier tout le fichier : base de données, chaîne des opérations, numéros, totaux
cli-log = Montrer qui a changé quoi, le plus ancien d’abord
cli-log--since = À partir de ce jour seulement
cli-user = Qui peut faire quoi dans ce fichier
cli-user-add = Ajouter un utilisateur
cli-user-add--name = Nom dans le fichier
cli-user-add--role = Rôles, séparés par des virgules : admin, secretary, treasurer, clerk, auditor
cli-user-add--login = Le nom sous lequel le système connaît cette personne : --user n’est alors plus nécessaire
cli-user-list = Lister les utilisateurs
cli-user-role = Donner d’autres rôles à un utilisateur
cli-user-role--name = Nom dans le fichier
cli-user-role--role = Rôles, séparés par des virgules : admin, secretary, treasurer, clerk, auditor
cli-user-remove = Retirer un utilisateur ; ce que cette personne a fait reste signé
cli-user-remove--name = Nom dans le fichier
cli-completions = Écrire les complétions pour un shell
cli-completions--shell = bash, zsh, fish, elvish ou powershell
cli-man = Écrire la page de manuel
cli-man-manual = Manuel d’Ushirika
cli-man-name = NOM
cli-man-synopsis = SYNOPSIS
cli-man-options = OPTIONS
cli-man-notes = NOTES

cli-err-file = { $path } : { $what }
cli-err-output = La sortie n’a pas pu être écrite : { $what }
cli-err-no-value = { $arg } demande une valeur.
cli-err-value = « { $value } » ne convient pas pour { $arg }. Ce qui convient : { $valid }.
cli-err-form = « { $value } » ne convient pas pour { $arg }.
cli-err-unknown = Il n’y a pas ici d’option ni d’autre mot « { $arg } ».
cli-err-command = La commande « { $command } » n’existe pas.
cli-err-which = Il manque une commande.
cli-err-required = Il manque quelque chose : { $arg }.
cli-err-conflict = { $arg } ne va pas avec { $other }.
cli-err-utf8 = Un mot de la ligne de commande n’est pas écrit en UTF-8.
cli-err-count = Trop ou trop peu de valeurs pour { $arg }.
cli-err-better = Vouliez-vous dire { $better } ?
cli-err-help = L’option --help dit comment s’en servir.
cli-err-exists = { $path } existe déjà ; rien n’a été écrit par-dessus.
cli-err-user = Ce fichier ne connaît pas d’utilisateur « { $name } ».
cli-err-pin = { $name } a un code PIN. Mettez-le dans USHIRIKA_PIN, ou servez-vous d’un terminal.
cli-err-many = On peut inventer { $most } personnes au plus.
cli-err-day = { $why } Il faut une date pour { $arg }, par exemple 2026-11-23.
cli-err-columns = { $why } Un fichier donné avec --map dit ce que sont les colonnes.
cli-err-empty = Aucune ligne avec un nom n’a été trouvée dans { $path }.
cli-err-refused =
    { $count ->
        [one] Une ligne est refusée ; rien n’a été écrit. Corrigez-la, ou laissez-la de côté avec --skip-refused.
       *[other] { $count } lignes sont refusées ; rien n’a été écrit. Corrigez-les, ou laissez-les de côté avec --skip-refused.
    }
cli-err-paper = Il n’y a pas d’imprimé « { $name } ». Il y a : { $known }.
cli-err-paper-option = L’imprimé { $name } n’a pas d’option { $arg }. Il a : { $known }.
cli-err-option = { $arg } : { $why }
cli-say-paper =
    { $pages ->
        [one] Une page
       *[other] { $pages } pages
    }{ $people ->
        [0] {""}
        [one] , une personne
       *[other] , { $people } personnes
    } : { $path }
cli-err-last-number = « { $value } » n’est pas un numéro de membre. Donnez le dernier qui existe sur papier, par exemple 152.
cli-err-yes = La restauration remplace le fichier. Ajoutez --yes, ou servez-vous d’un terminal.
cli-err-screen = L’entrée et la sortie doivent être un terminal pour ouvrir le fichier à l’écran.
cli-ask-pin = Code PIN de { $name } :{" "}
cli-ask-restore = Remplacer { $path } par { $copy } ? Ce qui est remplacé est gardé. (o/n){" "}
cli-yes = o
cli-say-kept = Rien n’a été changé.
cli-say-init = { $name } : { $path } est prêt. Vous en êtes l’administrateur, { $user }.
cli-say-demo =
    { $count ->
        [one] { $name }, une personne : { $path }
       *[other] { $name }, { $count } personnes : { $path }
    }
cli-say-demo-stays = La coopérative inventée reste dans { $path } jusqu’à ce que le système efface ses fichiers temporaires.
cli-say-mapping = Les colonnes sont lues comme enregistré sous « { $name } ».
cli-say-imported = { $new } nouveaux, { $changed } modifiés, { $same } identiques, { $refused } refusés ; écrits en une seule opération.
cli-say-nothing-new =
    { $same ->
        [one] Une ligne est la même que dans le fichier ; il n’y avait rien à écrire.
       *[other] { $same } lignes sont les mêmes que dans le fichier ; il n’y avait rien à écrire.
    }
cli-say-proposal = { $new } nouveaux, { $changed } modifiés, { $same } identiques, { $refused } refusés, { $warnings } à regarder. Rien n’a été écrit.
cli-say-row = ligne { $row } : { $what }
cli-say-field = { $field } : { $what }
cli-say-twice-row = ressemble à la ligne { $row } ({ $why })
cli-say-twice-member = ressemble à { $member } ({ $why })
cli-say-exported =
    { $count ->
        [one] Un membre : { $path }
       *[other] { $count } membres : { $path }
    }
cli-say-exported-rows =
    { $count ->
        [one] Une ligne : { $path }
       *[other] { $count } lignes : { $path }
    }
cli-say-backup = La copie est vérifiée : { $path }
cli-say-restored = Restauré depuis { $copy }. Ce qui a été remplacé : { $path }
cli-say-witness = Mots témoins : { $head }
cli-say-check-good = Le fichier est intact : { $acts } { $acts ->
    [one] opération
   *[other] opérations
}, chaîne non rompue, aucune fiche changée à l’insu du programme.
cli-say-check-bad = Le fichier N’EST PAS intact.
cli-say-check-sqlite = Base de données : { $what }
cli-say-check-chain = La chaîne des opérations est rompue à l’opération { $act }.
cli-say-check-record = { $table } { $id } : { $why }
cli-say-check-table = { $table } : { $why }
table-act = opération
table-change = ligne du journal
table-coop = coopérative
table-member = membre
table-member_status = statut d’un membre
table-member_total = comptes des membres
table-number_void = numéro annulé
table-site = site
table-user = utilisateur
cli-say-user-added = { $name } peut ouvrir ce fichier comme { $roles }.
cli-say-user-removed = { $name } ne peut plus écrire dans ce fichier.
cli-say-undoes = défait { $act }
cli-user-head = Nom
cli-user-head-roles = Rôles
cli-user-head-login = Utilisateur du système
cli-user-head-pin = PIN
