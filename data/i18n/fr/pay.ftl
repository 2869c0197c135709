# Encaisser : la ligne de paiement, les reçus et leurs carnets, les lots de paiements.

cmd-leaf = feuillet
cmd-account = compte
cmd-day = jour
cmd-also-for = aussi pour
cmd-more = plus
cmd-batch = lot
act-payment-receive = encaissement
act-batch-open = lot ouvert
act-batch-close = lot clos
act-receipt-spoil = feuillets détériorés
act-receipt-print = reçu imprimé

pay-title = encaisser
section-pay = Encaisser (F4)
pay-from = De
pay-receipt = Reçu
pay-rate = Taux
pay-rate-of = { $told } pour 1 { $one }
pay-leaf = { $pad } feuillet { $number }, à la main
pay-also = Aussi pour
pay-by = Remis par
pay-fee = Frais retenus
pay-given = Remis
pay-change = Monnaie
pay-account = Compte
pay-today = aujourd’hui
pay-day-today = Aujourd’hui
pay-batch = lot
pay-income = Don, vente ou autre recette
pay-owes = doit { $amount }
pay-owes-nothing = ne doit rien
pay-owes-other = + { $amount } dus ; tapez un montant de cette devise pour les payer
pay-has-credit = avance { $amount }
pay-nobody = personne
pay-other = non-membre : { $name }
pay-over = { $amount } de trop
pay-credit-used = avance utilisée
pay-credit-kept = gardé en avance
pay-more-parts = +{ $count }
pay-balance-owed = Reste à payer
pay-balance-credit = Avance
pay-no-account = pas de compte en { $currency }
pay-worth = { $given } font { $value } ; de trop : { $rest }
pay-hint = numéro, carte ou partie du nom ; les flèches vont aux reçus
pay-day-all = Aujourd’hui, tous comptes
pay-day-of = { $day }, tous comptes
pay-late-day = { $day }, compte le { $on } : mois clôturé
pay-hint-batch = numéro et Entrée : tout ce qui est dû ; 147 2500 : une partie
pay-batch-goes-on = Alt-B : lot ouvert
pay-batch-open = Un lot est encore ouvert : Alt-B le reprend.
pay-hint-amount = Entrée donne le reçu ; autre devise : { $other }
pay-hint-nothing = tapez le montant ; Entrée donne le reçu
pay-hint-rate = le taux du jour, comme convenu : 2850
pay-hint-leaf = P7 31 ; vide : reçu du programme
pay-hint-aside = Entrée, puis retour au paiement
pay-refused = { $count ->
    [one] { $count } paiement refusé revient dès que la ligne est libre
   *[other] { $count } paiements refusés reviennent dès que la ligne est libre
}
pay-day = { $count ->
    [one] { $day } : { $count } reçu · { $amount }
   *[other] { $day } : { $count } reçus · { $amount }
}
pay-none-today = aucun aujourd’hui
pay-batch-total = { $count ->
    [one] Lot : { $count } reçu · { $amount } sur { $expected }
   *[other] Lot : { $count } reçus · { $amount } sur { $expected }
}
pay-batch-rest = encore { $rest }
pay-batch-over = { $rest } en trop
pay-batch-met = ✓ comme compté
pay-key-payer = prendre
pay-key-save = reçu
pay-key-open = regarder
pay-key-on = continuer
pay-key-close = clore lot
pay-rest-all = { $amount }, et rien n’est dû
pay-rest = { $amount } de plus que dû
pay-rest-far = { $value } pour { $owed } dus : montant exact ?
pay-rest-wrong = Corriger le montant
pay-rest-credit = Garder en avance
pay-rest-change = Rendre la monnaie
pay-rest-gift = Recevoir comme don
pay-saved = Reçu { $number } : { $who }, { $amount }
pay-saved-change = Reçu { $number } : { $who }, { $amount } · monnaie { $change }
say-pay-who-first = Indiquez d’abord qui paie.
say-pay-first = Finissez ou quittez d’abord ce paiement.

batch-new = Nouveau lot
batch-close = Clore le lot
batch-close-lead = Le total des paiements diffère de la somme comptée. Cherchez l’erreur, ou indiquez pourquoi elle demeure.
batch-total = Compté
batch-count = Nombre de paiements
batch-counted = Compté
batch-entered = Saisi
batch-missing = Manque
batch-too-much = En trop
batch-receipts = { $count ->
    [one] { $count } paiement
   *[other] { $count } paiements
}
batch-rest = encore { $amount }
batch-opened = Lot de { $amount } : numéro et Entrée encaissent ce qui est dû.
batch-closed = Lot de { $amount } clos.
hint-batch-total = l’argent, compté d’abord
hint-batch-count = facultatif

noun-pad = Carnet de reçus
heading-pads = Carnets de reçus
heading-receipts = Reçus
pad-kind-own = imprimé
pad-kind-hand = à la main
pad-leaves = Feuillets
pad-used = Utilisés
pad-left = Restants
pad-gaps = Manquants
pad-gaps-lead = Feuillets manquants : saisissez-les, ou indiquez ce qu’ils sont devenus
pad-used-lead = Feuillets utilisés, les derniers d’abord
pad-state = { $used ->
    [one] { $used } utilisé
   *[other] { $used } utilisés
}, dont { $lost ->
    [one] { $lost } annulé ou détérioré
   *[other] { $lost } annulés ou détériorés
} ; { $missing ->
    [one] { $missing } manquant
   *[other] { $missing } manquants
}
pad-spoil = feuillet détérioré
pad-spoiled = { $count ->
    [one] { $count } feuillet est justifié.
   *[other] { $count } feuillets sont justifiés.
}
pads-empty = Pas encore de reçus. n enregistre un carnet rempli à la main ; la série du programme commence au premier paiement.
pads-count = { $count } à la main
pads-missing = ! { $count ->
    [one] { $count } manquant
   *[other] { $count } manquants
}
field-first = Premier feuillet
field-last = Dernier feuillet
pad-given_on = Remis le
field-returned_on = Rendu le
hint-pad-name = comme sur la couverture : P7
hint-pad-first = numéro du premier feuillet
hint-leaves = 31 ou 31-35
filter-pads-hand = à la main
filter-pads-out = pas rendus
filter-pads-gaps = feuillets manquants

receipts-empty = Pas encore de reçus. F4 encaisse un paiement.
receipt-state-issued = délivré
receipt-state-void = ANNULÉ
receipt-state-spoiled = détérioré
receipt-late = en retard
receipt-prints = { $count ->
    [one] imprimé une fois
   *[other] imprimé { $count } fois
}
receipt-printed = Impressions
receipt-entered = Saisi le
receipt-counts = En retard, compte le
receipt-paid = Ce qu’il a payé
receipt-void = annuler
receipt-void-save = annuler le reçu
receipt-void-lead = Le reçu garde son numéro et ne vaut plus ; ce qu’il payait est de nouveau dû. Rien n’est effacé.
receipt-voided = Le reçu { $number } est annulé.
filter-receipts-today = aujourd’hui
filter-receipts-void = annulés
filter-receipts-hand = à la main
filter-receipts-late = en retard
filter-receipts-reprinted = réimprimés
receipts-latest = les derniers d’abord
column-receipt = Reçu
column-day = Jour
column-payer = De
column-marks = Remarques
column-pad = Carnet

home-draft-pay = Brouillon, paiement : { $name }
pay-back = { $why } Le paiement est de nouveau dans la ligne, tel qu’il était : { $till }.
pay-resumed = Le paiement reprend tel qu’il était : { $till }.
pay-batch-gone = Le lot est clos ou défait ; les paiements suivants sont hors lot.
home-batch = Lot du { $day } non clos : { $amount }
home-draft-batch = Brouillon, lot : { $name }
home-draft-void = Brouillon, annulation : { $name }
home-draft-spoil = Brouillon, feuillets détériorés : { $name }

meeting-collected = Encaissé { $currency }
meeting-collected-uncounted = { $came } · pas compté
meeting-collected-equal = ✓ { $came } · autant compté
meeting-collected-unequal = ! { $came } · compté { $counted }

paper-receipt = Reçu
paper-option-number = Numéro
paper-option-shape = Papier
paper-option-times = Exemplaires
paper-hint-number = 2026-0412
paper-shape-a4 = A4, tiers à couper
paper-shape-48 = rouleau de 80 mm
paper-shape-32 = rouleau de 58 mm
paper-receipt-title = Reçu
paper-receipt-payer = pour le payeur
paper-receipt-stub = pour la coopérative
paper-receipt-void = ANNULÉ le { $day }
paper-receipt-again = DUPLICATA : imprimé { $count } fois
paper-receipt-from = Reçu de
paper-receipt-by = Remis par
paper-receipt-entered = Saisi le
paper-receipt-sum = La somme de
paper-receipt-given = Remis
paper-receipt-change = Monnaie rendue
paper-receipt-into = Dans
paper-receipt-reference = Référence
paper-receipt-paid = Pour
paper-receipt-amount = Montant
paper-receipt-cashier = Le trésorier
paper-receipt-payer-signs = Le payeur

err-rate-blank = Tapez le taux : combien de { $told } pour 1 { $one }, par exemple 2850.
err-rate = « { $text } » n’est pas un taux ; combien de { $told } pour 1 { $one } ?
err-income = « { $text } » n’est pas une recette.
err-pay-nobody = Indiquez qui paie.
err-pay-nobody-found = Personne ne répond à « { $typed } ».
err-pay-member-twice = Ce paiement est déjà aussi pour ce membre.
err-pay-rate = Le taux ne mène pas à la devise de ce qui est dû.
err-pay-change = Ce qui a été remis vaut { $value } ; payé et rendu font { $paid }.
err-pay-fee = Les frais sont inférieurs à { $amount }.
err-pay-no-account = Il n’y a pas de compte en { $currency } ; Argent, n en ouvre un.
err-pay-changed = Cela a changé entre-temps : il reste { $left }. Regardez, puis recommencez.
err-batch-redo = Ce lot n’atteint pas la somme comptée et n’a pas de motif : clôturez-le à nouveau.
err-batch-closed = Ce lot est clos, ou d’un autre compte.
err-batch-account = Un lot va dans un seul compte ; clôturez-le d’abord.
err-no-pad = Il n’y a pas de carnet rempli à la main ; Argent, Carnets de reçus, n en enregistre un.
err-leaf = Il n’y a pas de feuillet « { $text } » dans un carnet rempli à la main.
err-leaves = « { $text } » n’est pas un feuillet. Écrivez 31 ou 31-35.
err-leaf-used = Le feuillet { $number } de { $pad } est déjà utilisé.
err-leaf-outside = Le feuillet { $number } n’est pas dans { $pad } : il va de { $first } à { $last }.
err-pad-own = Seul le programme écrit dans cette série.
err-pad-name = { $name } est la série du programme pour cette année ; que dit la couverture ?
err-pad-leaves = Le dernier feuillet suit le premier, { $most } au plus.
err-receipt-state = « { $text } » n’est pas un état de reçu.
err-receipt-void = Ce reçu est déjà annulé.
err-receipt-edit = Un reçu ne se modifie pas : d l’annule, puis saisissez-le à nouveau.
err-receipt-spoiled = Ce feuillet est détérioré : rien n’y a été payé.
err-paper-receipt = Il n’y a pas de reçu « { $text } » ; 2026-0412 en serait un.
fault-receipt = un numéro manque dans sa série, ou son état n’est pas celui de son écriture
