# Bons de sortie, pouvoirs de signature, virements.

act-voucher-propose = bon de sortie
act-voucher-change = correction d’un bon
act-voucher-answer = réponse à un bon
act-voucher-pay = bon payé
act-voucher-void = bon annulé
act-transfer-send = virement
act-transfer-arrive = fonds arrivés
act-user-member = membre d’un utilisateur

cmd-approve = approuver
cmd-refuse = refuser
cmd-pay-out = payer
rule-signatures = Signatures pour payer
rule-signed = { $count ->
    [one] 1 signature
   *[other] { $count } signatures
}
hint-signatures = combien, de 1 à 9

slip-state-proposed = à approuver
slip-state-approved = à payer
slip-state-paid = payé
slip-state-refused = refusé
slip-state-void = annulé
slip-answer-approve = approuve
slip-answer-countersign = contresigne
slip-answer-refuse = refuse
slip-by-cash = espèces
slip-by-cheque = chèque
slip-by-transfer = virement bancaire
slip-by-wallet = portefeuille mobile

slips-title = Bons de sortie
slips-empty = Aucun bon de sortie : n en demande un.
slip-new = nouveau bon
slip-heading = Bon { $number }
slip-saved = Bon { $number } : à approuver.
slip-next = Suite
slip-needs = { $count ->
    [one] Il faut encore 1 signature, parmi : { $names }.
   *[other] Il faut encore { $count } signatures, parmi : { $names }.
}
slip-needs-and-control = { $count ->
    [one] Trop peu de signataires : { $names }, puis l’organe de contrôle.
   *[other] Trop peu de signataires : { $names }, puis l’organe de contrôle.
}
slip-needs-control = L’organe de contrôle doit contresigner : { $names }.
slip-needs-power = Personne ne peut encore signer pour ce compte : Entrée saisit un pouvoir de signature.
slip-needs-control-body = Trop peu de signataires, et personne ne siège dans un organe de contrôle.
slip-enough = Approuvé : il peut être payé.
slip-is-paid = Payé.
slip-is-refused = Refusé : { $reason }
slip-is-void = { $reason ->
    [none] Annulé : demande retirée.
   *[other] Annulé : { $reason }
}
slip-answers = Signatures
slip-answer-line = { $answer } { $how } · { $at }
slip-seen-by = vu par { $name }
slip-paid-line = { $day } · { $how }
slip-approve = bon { $number } · approuver
slip-refuse = bon { $number } · refuser
slip-pay = bon { $number } · payer
slip-void-name = annuler
slip-payout-back = annuler le paiement
slip-void-save = annuler le bon
slip-approved-now = Le bon { $number } peut être payé.
slip-heard = Bon { $number } : { $name } a signé.
slip-refused-now = Le bon { $number } est refusé.
slip-paid-now = Le bon { $number } est payé.
slip-voided-now = Le bon { $number } est annulé ; son numéro reste.
slip-member-account = Compte du membre (remboursement)
slip-overdrawn = Il faut { $needed } ; il n’y a que { $amount } sur { $name }.
slip-figure = { $count ->
    [one] 1 en attente : { $amounts }
   *[other] { $count } en attente : { $amounts }
}
filter-slips-open = En attente
filter-slips-proposed = À approuver
filter-slips-approved = À payer
filter-slips-paid = Payés
filter-slips-ended = Refusés
filter-slips-void = Annulés
sort-waiting = en attente d’abord
column-signed = Signé
column-account = Compte
column-way = De → à

noun-signing_power = Pouvoir de signature
heading-signing_powers = Pouvoirs de signature
powers-empty = Personne ne peut encore signer : n saisit un pouvoir de signature.
power-coming = à venir
power-running = en cours
power-lingering = fini, valable en banque
power-ended = terminé
power-unconfirmed = non confirmé par la banque
power-bank-unaware = fini, banque non informée
power-mandate-over = le mandat est fini
power-one-family = tous d’une même famille
power-one-site = tous de { $site }
power-end = mettre fin
powers-figure = { $count ->
    [0] { $running ->
        [one] 1 signataire
       *[other] { $running } signataires
    }
   *[other] { $count } à régler
}
filter-powers-running = En cours
filter-powers-flawed = À régler
filter-powers-ended = Terminés
sort-account = par compte

transfers-title = Virements
transfers-empty = Aucun virement : n fait passer de l’argent d’un compte à un autre.
transfer-new = nouveau virement
transfer-saved = { $amount } : enregistré.
transfer-saved-difference = { $amount } : enregistré ; { $difference }.
transfer-arrived = { $amount } : arrivé.
transfer-arrival = arrivée
transfer-way = { $from } → { $to }
transfer-under-way = en transit
transfer-void = annulé
transfer-is-there = arrivé { $day }
transfer-difference = Écart de change
transfer-difference-gain = { $amount } de plus que le taux : gain
transfer-difference-loss = { $amount } de moins que le taux : perte
transfer-agreed = Selon le taux
transfers-figure = { $count ->
    [one] 1 en transit
   *[other] { $count } en transit
}
filter-transfers-way = En transit
filter-transfers-exchange = Changes

field-payee = À qui
field-against = Catégorie
field-evidence = Pièce justificative
field-account = Du compte
field-signer = Qui
field-seen_by = Vu par
field-instrument = Payé par
field-instrument_number = Son numéro
field-paid_on = Payé le
field-received_by = Reçu par
field-transfer_fee = Frais
field-specimen_on = Spécimen déposé le
field-end_confirmed_on = Fin confirmée le
field-signing_account = Compte
field-to_account = Au compte
field-got = Montant reçu
field-rate = Taux
field-sent_on = Parti le
field-arrived_on = Arrivé le
field-deposit_slip = Bordereau
field-carried_by = Porté par
field-user-member = Est le membre
hint-user-member = approuve avec ce code
hint-payee = membre ou autre nom
hint-account = nom du compte
hint-power-from = confirmé par la banque le
hint-power-begins = à partir de ce jour
hint-power-bank = banques seulement
hint-power-ended = fin décidée le
hint-power-confirmed = par la banque
hint-slip-pin = vide si signé à l’encre
hint-seen-by = si signé à l’encre
hint-cheque = chèque, message…
hint-fee = pris par la banque
hint-got = dans sa devise
hint-rate = 2800 pour un dollar
hint-arrived = vide : en transit

home-slips-waiting = { $count ->
    [one] 1 bon de sortie à approuver
   *[other] { $count } bons de sortie à approuver
}
home-slips-to-pay = { $count ->
    [one] 1 bon approuvé à payer
   *[other] { $count } bons approuvés à payer
}
home-under-way = { $count ->
    [one] Fonds en transit : plus de 7 jours
   *[other] { $count } transits de plus de 7 jours
}
home-powers = { $count ->
    [one] 1 pouvoir de signature à régler
   *[other] { $count } pouvoirs de signature à régler
}
err-transfer-void = Ce virement est déjà annulé.
home-draft-slip = Brouillon, bon de sortie : { $name }
home-draft-payout = Brouillon, paiement du bon : { $name }
home-draft-transfer = Brouillon, virement : { $name }
undo-voids = { $count ->
    [one] Le bon sera annulé ; son numéro reste.
   *[other] { $count } bons seront annulés ; leurs numéros restent.
}
fault-slip-gap = un numéro manque avant celui-ci

err-slip-signed = Quelqu’un a déjà répondu à ce bon. Annulez-le avec d et proposez-en un autre.
err-slip-state = « { $text } » n’est pas un état de bon.
err-slip-answer = « { $text } » n’est pas une réponse à un bon.
err-slip-number = « { $text } » n’est pas un numéro de bon ; écrivez par exemple 2026-017.
err-slip-payee = { $name } reçoit cet argent et ne peut pas signer.
err-slip-twice = { $name } a déjà répondu.
err-slip-no-power = { $name } ne peut pas signer pour ce compte aujourd’hui.
err-slip-control-later = { $name } ne contresigne que s’il y a trop peu de signataires.
err-slip-decided = Ce bon est déjà traité : { $state }.
err-slip-unsigned = Il manque des signatures : ce bon ne peut pas être payé.
err-slip-paid = Il est payé : annulez d’abord le paiement.
err-slip-member = Seul un membre a un compte ici : choisissez un membre.
err-slip-fund = Ce qui est dû à un membre sort de l’argent général : laissez le fonds vide.
err-slip-against = Un bon paie une dépense ou le compte d’un membre.
err-slip-category = Il n’y a pas de catégorie « { $text } ».
err-slip-seen = Indiquez qui a vu la signature : une autre personne que le signataire.
err-slip-proof = Tapez le code PIN, ou indiquez qui a vu la signature à l’encre.
err-cheque-number = Tapez le numéro du chèque, tel qu’il est imprimé dessus.
err-slip-none = Il n’y a pas de bon { $number }.
err-account-name = Il n’y a pas de compte « { $text } ».
err-account-other = Le montant doit être en { $currency }.
err-user-member = { $name } est déjà ce membre.
err-member-pin = { $name } n’a pas d’utilisateur avec code PIN ; signez à l’encre, ou indiquez dans les réglages quel utilisateur c’est.
err-transfer-same = Choisissez deux comptes différents.
err-transfer-rate = Entre deux devises, il faut un taux.
err-transfer-exchange = L’argent changé arrive aussitôt : donnez le jour.
err-transfer-amount = Il doit arriver autant qu’il est parti ; saisissez les frais à part.
err-transfer-before = L’argent ne peut pas arriver avant d’être parti.
err-transfer-arrived = L’argent est arrivé : annulez d’abord l’arrivée.
err-transfer-there = Cet argent n’est plus en transit.
err-letter-account = Quel compte bancaire ? Il n’y a pas « { $text } ».

cli-report--transfer = Le virement ; le dernier quand il manque
paper-slip = Bon de sortie
paper-bank-letter = Lettre à la banque sur les signataires
paper-deposit-note = Note de versement
paper-option-account = compte
paper-option-transfer = virement
paper-hint-slip = 2026-017
paper-pay-slip-title = Bon de sortie n° { $number }
paper-slip-to = Payer à
paper-slip-purpose = Pour
paper-slip-account = Du compte
paper-slip-category = Catégorie
paper-slip-proposed = Demandé
paper-slip-by = le { $day } par { $name }
paper-slip-approvals = Approuvé par
paper-slip-name = Nom
paper-slip-how = Comment
paper-slip-when = Le
paper-slip-signature = Signature
paper-slip-rule = { $count ->
    [one] Il faut une signature ; qui reçoit l’argent ne signe pas.
   *[other] Il faut { $count } signatures ; qui reçoit l’argent ne signe pas.
}
paper-slip-paid = Payé
paper-slip-received = Reçu par
paper-slip-payer = Payé par (trésorerie)
paper-slip-void = ANNULÉ
paper-slip-refused = REFUSÉ
paper-letter-title = Changement de signataires
paper-letter-to = À
paper-letter-manager = Monsieur le Directeur, Madame la Directrice
paper-letter-account = Notre compte
paper-letter-lead = Madame, Monsieur, nous vous prions de prendre note des changements suivants parmi les signataires de notre compte, et de nous confirmer par écrit le jour à partir duquel ils s’appliquent.
paper-letter-new = Peuvent signer dès votre confirmation
paper-letter-stay = Peuvent toujours signer
paper-letter-end = Ne peuvent plus signer
paper-letter-rule = { $count ->
    [one] Une signature suffit pour un paiement.
   *[other] Un paiement exige { $count } de ces signatures ensemble.
}
paper-letter-until = Jusqu’à votre confirmation, les signatures antérieures restent valables.
paper-letter-specimen = Spécimen de signature
paper-letter-decision = Décision
paper-letter-name = Nom
paper-letter-paper = Pièce d’identité
paper-letter-on = Depuis le
paper-letter-confirmed = Confirmé par la banque le
paper-letter-nobody = personne
paper-deposit-title = Note de versement
paper-deposit-carrier = Porté par
paper-deposit-handed = Remis par
paper-deposit-received = Reçu au guichet
