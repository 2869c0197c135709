# Groupes d’épargne et soldes d’ouverture.

# Ouverture
act-opening-write = situation d’ouverture
section-opening = Ouverture
opening-number = numéro
opening-name = nom
opening-account = compte
opening-fund = fonds
opening-shares = parts
opening-shares-paid = parts payées
opening-paid = montant payé
opening-share-value = valeur d’une part
opening-arrears = arriérés
opening-arrears-on = arriérés depuis
opening-credit = payé d’avance
opening-balance = solde
opening-currency = devise
err-opening-columns = Aucun titre ne dit de qui ou de quel compte parle une ligne : « Numéro », « Nom » ou « Compte », à côté de « Parts », « Arriérés », « Solde », etc.
err-opening-who = De qui ou de quel compte s’agit-il ? Il n’y a ni numéro, ni nom, ni compte.
err-opening-other = Le numéro { $number } est celui de { $name }. Corrigez le numéro ou le nom.
err-opening-account = Il n’y a pas de compte « { $name } » qui puisse avoir un solde d’ouverture. Ouvrez d’abord le compte, ou nommez-en un de la liste.
err-opening-members = Ce qui est aux membres se saisit membre par membre.
err-opening-nothing = Il n’y a rien à enregistrer : ni parts, ni arriérés, ni avance, ni solde.
err-opening-paid = C’est plus que ce que valent les parts : { $most } au plus.
err-opening-late = Les arriérés datent d’avant l’ouverture.
err-opening-both = Celui qui doit n’a rien payé d’avance : saisissez la différence.
err-opening-again = Ceci est déjà ouvert au { $day }. Défaites d’abord cette ouverture.
err-opening-shares = Un montant est payé, mais combien de parts sont souscrites ?
err-opening-nominal = Que vaut une part ? Donnez-le dans une colonne « Valeur de la part ».
err-opening-unlike = Les parts payées font { $counted } ; le montant payé dit autre chose.
warn-opening-number = Le numéro { $number } est celui de { $name } ; c’est le nom qui a été suivi.
warn-opening-paid = Aucun montant payé n’est donné : les parts comptent comme entièrement payées.
cli-say-opening-sum = Il y a { $there } + dû par les membres { $owed } − parts { $capital } − payé d’avance { $credit } − mis de côté { $aside } = report à nouveau { $left }
cli-say-opening-proposal = Au { $day } : { $new } à écrire, { $refused } refusées. Rien n’a été écrit.
cli-say-opening-done = Ouverture au { $day } : { $new } lignes écrites, { $refused } laissées.
cli-err-opening-empty = Aucune ligne trouvée dans { $path }.

opening-aside = au { $day } · { $count } à enregistrer
opening-empty = Rien encore. n saisit ligne par ligne : membres avec parts, arriérés, avances ; comptes avec soldes. i lit un fichier.
opening-rest = n saisit la ligne suivante, F2 enregistre tout en une opération.
opening-row = ligne { $row } : { $what }
opening-read = Lu. À enregistrer : { $count }. Refusées : { $refused }.
opening-unfinished = Finissez d’abord la ligne : Entrée prend la réponse, Échap la quitte.
opening-written =
    Ouverture au { $day } : { $count ->
        [one] une ligne
       *[other] { $count } lignes
    }.
opening-sum-there = Avoirs
opening-sum-owed = Dû
opening-sum-capital = Parts
opening-sum-credit = Avances
opening-sum-aside = Réservé
opening-sum-left = Reste
opening-words-shares =
    { $count ->
        [one] une part
       *[other] { $count } parts
    }
opening-words-whole = payées
opening-words-paid = { $amount } payés
opening-words-owes = doit { $amount }
opening-words-since = doit { $amount } depuis le { $day }
opening-words-credit = avance { $amount }
opening-ask-who = Qui, ou quel compte ?
opening-ask-day = Situation au
opening-ask-fund = { $of } : quel fonds ?
opening-ask-balance = { $of } : solde
opening-ask-shares = { $of } : parts
opening-ask-nominal = { $of } : valeur d’une part
opening-ask-paid = { $of } : montant payé
opening-ask-arrears = { $of } : arriérés
opening-ask-since = { $of } : arriérés depuis
opening-ask-credit = { $of } : avance
opening-hint-who = Un numéro, un nom ou un compte ; Échap revient aux lignes.
opening-hint-day = Entrée prend le jour de l’ouverture.
opening-hint-paid = Entrée : tout est payé. 0 : rien.
opening-hint-fund = Entrée : pas de fonds, argent général.
opening-hint-nothing = Entrée : aucun.
ask-opening = Ouvrir le fichier avec cette situation ?
ask-opening-lines = 
    { $count ->
        [one] Une ligne est enregistrée au { $day }, en une opération.
       *[other] { $count } lignes sont enregistrées au { $day }, en une opération.
    }
warn-opening-moved = Il y a déjà { $amount } sur « { $name } » à cette date ; ceci s’y ajoute.
warn-opening-below = « { $name } » serait au-dessous de zéro : { $amount }.
err-opening-refused =
    { $count ->
        [one] Une ligne est fausse : Entrée la change, d la retire.
       *[other] { $count } lignes sont fausses : Entrée en change une, d la retire.
    }
sheet-write = tout enregistrer
sheet-back = revenir
sheet-change = changer
sheet-new = ligne suivante
sheet-take = prendre
home-draft-opening = { $count ->
    [one] Brouillon, ouverture : une ligne
   *[other] Brouillon, ouverture : { $count } lignes
}
opening-why = { $why }

# Groupes d’épargne
section-savings = Épargne (AVEC)
noun-cycle = Cycle d’épargne
heading-cycles = Cycles d’épargne
cycles-empty = Pas encore de cycle. n en commence un : prix de la part, limite des prêts, où est l’argent.
cycle-name = AVEC { $year }
cycle-box = Caisse AVEC
cycle-fund = Fonds de crédit
cycle-social = Caisse sociale
cycle-lent = Prêté, frais compris
cycle-closed = Partagé le
cycle-people = Membres
cycle-shares = Parts
cycle-savers = Épargne
cycle-loans = Prêts
cycle-helps = Aides
cycle-meetings = Réunions
cycle-value =
    { $count ->
        [one] une part, qui vaut { $worth } aujourd’hui
       *[other] { $count } parts, qui valent { $worth } chacune aujourd’hui
    }
cycle-rule = Règles
cycle-rules = { $share } la part, { $most } au plus par réunion ; prêts jusqu’à { $multiple } × l’épargne, { $charge } % par mois
cycle-when = Cycle
cycle-days = { $from } – { $until }
cycle-owes = doit { $amount }
cycle-saved = Enregistré : { $name }.
field-share = Prix de la part
field-most_shares = Parts par réunion
field-loan_multiple = Prêt au plus
field-charge = Frais par mois, %
field-social = Social, par réunion
field-box = Caisse
hint-loan-multiple = fois l’épargne
hint-charge = 5 ou 2,5
hint-social = ce que chacun verse
hint-made = un nouveau nom est créé
savings-shares =
    { $count ->
        [one] une part
       *[other] { $count } parts
    }
savings-people =
    { $count ->
        [one] une personne
       *[other] { $count } personnes
    }
savings-paid = Pour les parts
savings-handed = Remis
savings-so-far = Cumul
savings-meeting = réunion du { $day }
savings-aside = la part { $share }
savings-sum =
    { $people ->
        [0] personne encore
        [one] une personne
       *[other] { $people } personnes
    } · { $shares } parts · { $worth } + social { $social } = { $total }
savings-hint = 147 3 : le membre 147 achète trois parts. 147 3 500 : et verse 500 au social. F2 clôt la feuille.
savings-ask-who = Qui, combien de parts ?
savings-ask-shares = { $of } : parts (et social)
savings-new = { $name } n’épargne pas encore ici. Entrée encore une fois : ajouter.
savings-ask-counted = Compté en caisse pour cette réunion
savings-ask-day = Jour de la réunion
savings-ask-why = { $of } : pourquoi annuler ?
savings-close = compter et clore
savings-void = retirer
savings-written = 
    Réunion du { $day } enregistrée : { $count ->
        [one] une personne
       *[other] { $count } personnes
    }, { $amount }.
savings-voided = { $name } : annulé. Saisissez à nouveau ce qui est juste.
savings-box = En caisse pour cette réunion : { $total }.
savings-social-note = La caisse sociale aide en cas d’urgence. Elle n’est pas partagée.
field-borrower = Emprunteur
field-helped = Pour qui
field-months = Mois
field-lent_on = Prêté le
field-guarantors = Garants
field-on = Le
hint-aid = maladie, décès, accident
loan-saved = Épargné
loan-owes = Doit déjà
loan-room = Peut emprunter
loan-room-words = { $room } ({ $multiple } × l’épargne, moins ce qui est dû)
loan-there = En caisse
loan-back = À rembourser
loan-back-words = { $total }, dont { $charge } de frais, au plus tard le { $day }
loan-saved-words = Prêté à { $name } : { $amount }, à rembourser au plus tard le { $day }.
loan-due = échéance le { $day }
loan-due-on = Échéance
loan-charge = Frais
loan-still = Reste dû
loan-paid = remboursé
loan-open = reste { $amount }
aid-saved = { $name } a reçu une aide de { $amount }.
share-out-worth = Valeur
share-out-deducted = Prêts déduits
share-out-payout = Remis
share-out-total = Ensemble
share-out-state = État
share-out-simulated = simulation, rien n’est encore enregistré
share-out-done-on = partagé le { $day }
share-out-fund = Fonds { $fund } pour { $count } parts : { $worth } la part.
share-out-cash = { $cash } sont en caisse et remis aux membres.
share-out-social = La caisse sociale garde ses { $amount }.
share-out-odd =
    { $count ->
        [one] + une unité restait après l’arrondi ; elle va au plus fort reste.
       *[other] + { $count } unités restaient après l’arrondi ; elles vont aux plus forts restes.
    }
share-out-odd-paper =
    { $count ->
        [one] * Les parts sont arrondies vers le bas. L’unité qui reste va au plus fort reste ; à égalité, au plus petit numéro.
       *[other] * Les parts sont arrondies vers le bas. Les { $count } unités qui restent vont aux plus forts restes, une à chacun ; à égalité, aux plus petits numéros.
    }
share-out-still = { $name } doit encore { $amount } après le partage.
share-out-nothing = Il n’y a rien à partager.
share-out-said = { $name } est partagé : { $cash } remis.
ask-share-out = Partager et clore le cycle ?
ask-share-out-lines =
    { $cash } est remis à { $people ->
        [one] une personne
       *[other] { $people } personnes
    }.
ask-share-out-check = Comptez d’abord l’argent devant tous, et imprimez la feuille à signer.
act-savings-cycle = cycle d’épargne
act-savings-meet = réunion d’épargne
act-savings-lend = prêt
act-savings-aid = aide de la caisse sociale
act-savings-share_out = partage de l’épargne
cmd-meet = réunion
cmd-lend = prêt
cmd-aid = aide
cmd-share-out = partage
home-draft-savings = Brouillon, épargne : { $name }
err-savings-counted = Saisissez ce qui a été compté dans la caisse.
home-draft-cycle = Brouillon, cycle d’épargne : { $name }
home-draft-loan = Brouillon, prêt : { $name }
home-draft-aid = Brouillon, aide : { $name }
err-savings-most =
    Au plus { $most } parts par réunion dans ce cycle{ $before ->
        [0] {""}
       *[other] , et { $before } sont déjà achetées ce jour
    }.
err-savings-closed = { $name } a été partagé le { $day }.
err-savings-early = Le cycle commence le { $day }.
err-savings-missing = La feuille dit { $sheet }, on a compté { $counted } : il manque { $rest }. Corrigez la feuille ou recomptez. S’il manque vraiment, tapez { $sheet }, puis comptez la caisse (Comptages de caisse) avec le motif.
err-savings-over = La feuille dit { $sheet }, on a compté { $counted } : il y a { $rest } de trop. Corrigez la feuille ou recomptez. S’il y a vraiment trop, tapez { $sheet }, puis comptez la caisse (Comptages de caisse) avec le motif.
err-savings-line = « { $text } » n’est pas compris : le numéro, les parts, au besoin le social, comme 147 3 ou 147 3 500.
err-savings-empty = Personne n’a encore rien acheté ni versé.
err-savings-member = { $name } n’est pas membre actuellement.
err-savings-funds = Le fonds de crédit et la caisse sociale doivent être deux.
err-savings-shared = « { $name } » utilise l’un de ces fonds et n’est pas encore partagé : il faut un fonds par groupe.
err-savings-fixed = Des parts sont achetées : leur prix, la caisse et les fonds restent jusqu’au partage.
err-savings-account = { $name } ne contient pas d’argent en { $currency }.
err-savings-cash = Il n’y en a que { $there } en caisse.
err-percent = « { $text } » n’est pas un pourcentage de 0 à 100, comme 5 ou 2,5.
err-share-out-nobody = Personne n’a de parts dans ce cycle.
err-share-out-cash = Il est sorti du fonds plus qu’il n’y avait. Regardez d’abord son compte.
err-paper-cycle = Il n’y a pas de cycle d’épargne « { $name } ».
warn-loan-limit = Au-delà de la règle : { $multiple } × { $saved } d’épargne laisse { $room } à emprunter. Le groupe a-t-il décidé autrement ?
warn-loan-late =
    { $count ->
        [one] Un prêt antérieur est en retard.
       *[other] { $count } prêts antérieurs sont en retard.
    }
warn-loan-end = Le cycle finit le { $day } ; l’échéance est plus tard.
paper-passbook = Page du carnet d’épargne
paper-passbook-title = Carnet d’épargne
paper-savings-meeting = Feuille d’une réunion d’épargne
paper-savings-title = Réunion d’épargne du { $day }
paper-share-out = Feuille du partage
paper-share-out-title = Partage de l’épargne
paper-option-cycle = Cycle
paper-hint-cycle = vide : le dernier
paper-hint-met = vide : la dernière réunion
paper-sign-keeper = Gardien de la caisse
paper-sign-counter = Compteur d’argent
paper-sign-saver = Pour les membres
