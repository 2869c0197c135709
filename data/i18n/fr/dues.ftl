# Sommes dues : cotisations et droits, remises, arriérés, parts sociales.

act-due-raise = appel des sommes dues
act-due-entry = appel du droit d’entrée
act-due-add = saisie d’une somme due
act-due-waive = remise accordée
act-due-apply = imputation d’une avance
act-share-subscribe = souscription de parts
act-share-transfer = cession de parts
act-share-inherit = transmission de parts par succession
act-share-refund = remboursement de parts
act-entry-set-up = paramétrage

amounts-none = rien
amounts-one = { $amount }
amounts-more = { $amount } et { $rest }

heading-dues = Sommes dues
dues-empty = Personne ne doit rien. Les cotisations et droits s’appellent chaque mois ou chaque année ; n saisit une somme.
dues-open = dues
dues-late = échues
dues-late-30 = échues depuis plus de 30 jours
dues-late-90 = échues depuis plus de 90 jours
dues-late-365 = échues depuis plus d’un an
dues-settled = soldées
dues-all = toutes, même payées
sort-oldest = plus anciennes d’abord
sort-amount = plus élevées d’abord
column-due-on = Échéance
column-owed-for = Objet
column-open = Reste dû
column-overdue = Retard
column-amount = Montant
column-decision = Décision
column-owes = Doit
field-owed-for = Objet
field-member = Membre
hint-each = pour chacun
hint-waive = le tout ou une partie

due-new = saisir une somme due
due-waive = accorder une remise
due-waive-marked = accorder une remise sur les sommes marquées
due-apply = imputer l’avance
due-member = le membre
due-added = { $count ->
    [one] { $amount } désormais dus.
   *[other] { $count } membres doivent désormais { $amount } chacun.
}
due-waived = { $count ->
    [one] Remise accordée.
   *[other] { $count } remises accordées.
}
due-applied = Avance imputée : { $amounts }.
waive-many = { $count ->
    [one] Une somme, { $amounts }
   *[other] { $count } sommes, { $amounts } : chacune fera l’objet d’une remise entière
}
err-waive-decision = Indiquez la décision : seul l’organe compétent peut accorder une remise.
err-waive-amount = Il reste { $open } à payer : la remise ne peut pas dépasser ce montant.
err-waive-kind = Les parts se remboursent et les prêts se paient : ils ne donnent pas lieu à remise.
err-due-alone = Les parts se souscrivent et les prêts s’accordent : choisissez une autre sorte.
err-waive-none = Il n’en reste rien à payer.
err-apply-nothing = Il n’y a pas d’avance à imputer ici.

schedules-empty = Aucune cotisation, aucun droit. n en saisit : droit d’entrée, cotisation mensuelle, prélèvement. Entrée appelle ensuite les sommes dues.
schedules-running = en cours
schedules-ended = terminés
schedule-raise = appeler
schedule-fines = amendes des appels nominaux
schedule-last = Appelé le
raise-turn = prendre ou laisser
raise-fines = Amendes des appels nominaux
raise-go = { $count ->
    [one] Appeler une somme, { $amounts } ? Entrée l’enregistre.
   *[other] Appeler { $count } sommes, { $amounts } au total ? Entrée les enregistre en une opération.
}
raise-periods = pour { $periods }
raise-before = déjà appelées : { $count }
raise-left = laissées de côté : { $count }
raise-joined = adhésion le { $day }
raise-done = { $count ->
    [one] Une somme appelée : { $amounts }.
   *[other] { $count } sommes appelées : { $amounts }.
}
err-raise-nothing = Il n’y a rien à appeler pour le moment.
admit-fee = { $said } Droit d’entrée appelé : { $amounts }.

member-owes = Doit
member-credit = A payé d’avance
filter-arrears = en retard de paiement
filter-owes = Doit
owes-any = quelque chose
owes-late = une somme échue
owes-old = une somme échue depuis plus de 90 jours
home-debtors = { $count ->
    [one] { $count } membre doit depuis { $days } jours
   *[other] { $count } membres doivent depuis { $days } jours
}

heading-shares = Parts sociales
shares-empty = Personne n’a encore de parts sociales. n saisit une souscription.
shares-figure = payées : { $paid }
shares-unpaid = non payées
shares-paid = payées
sort-shares = par nombre de parts
column-shares = Parts
move-subscription = souscription
move-transfer = cession
move-refund = remboursement
move-succession = succession
move-opening = à l’ouverture du fichier
instalments-week = chaque semaine
instalments-month = chaque mois
instalments-quarter = chaque trimestre
share-count = { $count ->
    [one] { $count } part
   *[other] { $count } parts
}
share-paid = payé { $amount }
share-unpaid = reste dû { $amount }
share-paid-up = payées
share-subscribed-sum = Souscrit
share-paid-sum = Payé
share-unpaid-sum = Reste dû
share-subscribe = souscrire des parts
share-hand-over = céder des parts
share-inherit = succession de parts
share-refund = rembourser des parts
share-worth = Au total
share-cancelled = Annulé, jamais versé
share-to-refund = À rembourser
share-refund-by = Au plus tard le
share-subscribed = { $count ->
    [one] { $name } : { $count } part souscrite.
   *[other] { $name } : { $count } parts souscrites.
}
share-handed-over = { $count ->
    [one] { $count } part passe à { $name }.
   *[other] { $count } parts passent à { $name }.
}
share-refunded = { $count ->
    [one] { $count } part rendue. À rembourser au plus tard le { $day } : { $amount }.
   *[other] { $count } parts rendues. À rembourser au plus tard le { $day } : { $amount }.
}
field-share-count = Nombre de parts
field-nominal = Valeur d’une part
field-subscribed_on = Souscrites le
field-parts = Versements
field-first_on = Premier le
field-step = Puis
field-share-to = À
field-moved_on = Le
field-deed = Acte écrit
field-consent = Agrément
field-notified_on = Autres avisés le
field-share-back = Effet au
hint-nominal = selon les statuts
hint-parts = 1 : en une fois
hint-deed = un original reste ici
hint-consent = pour les tiers
hint-notified = 3 mois de silence : accord
err-share-move = « { $text } » n’est pas un mouvement de parts.
err-share-count = Au moins une part.
err-share-same = Les parts doivent passer à une autre personne.
err-shares-few = { $count ->
    [0] Il n’y a pas de telles parts.
    [one] Il n’y a que { $count } part, ou elle a été souscrite pour moins.
   *[other] Il n’y a que { $count } parts, ou elles ont été souscrites pour moins.
}
err-shares-unpaid = Seuls { $paid } sont payés : ce qui n’est pas versé ne se cède pas.
err-shares-gone = { $name } a déjà cédé ces parts : annulez d’abord cette cession.
err-shares-none = Ce membre n’a pas de parts sociales.
warn-share-deed = Une cession se constate par écrit ; un original reste à la coopérative (AUSCOOP art. 218).
warn-share-consent = Cette personne n’est pas membre : la majorité des autres membres doit consentir (AUSCOOP art. 219).
warn-share-silence = Les autres sont avisés depuis moins de trois mois : leur silence vaut accord à partir du { $day } (AUSCOOP art. 219).
warn-refund-member = Cette personne est encore membre : les parts se remboursent à la sortie.
warn-refund-owes = { $count ->
    [one] Une autre somme reste due : elle s’impute sur le remboursement.
   *[other] { $count } autres sommes restent dues : elles s’imputent sur le remboursement.
}

paper-arrears = Arriérés par ancienneté
paper-reminders = Rappels par SMS
paper-share-register = Registre des parts sociales
paper-share-certificate = Certificat de parts sociales
paper-option-over = Échues depuis
paper-hint-over = jours ; vide : tout ce qui est dû
cli-report--over = seulement ce qui est échu depuis tant de jours
paper-arrears-title = Sommes dues par ancienneté
paper-arrears-over = { $count ->
    [one] échues depuis plus de { $count } jour
   *[other] échues depuis plus de { $count } jours
}
paper-reminders-title = Rappels
paper-reminders-note = Un SMS chacun : au plus 160 caractères lisibles sur tout téléphone.
paper-no-phone = sans téléphone
paper-reminder = { $coop } : { $name } ({ $number }), vous devez { $amounts } depuis le { $day }. Merci de payer au trésorier.
paper-shares-title = Registre des parts sociales
paper-certificate-title = Certificat de parts sociales
paper-certificate = { $coop } certifie que { $name }, membre n° { $number }, détient :
paper-certificate-move = Mouvement
paper-certificate-note = Conforme au registre des parts sociales au { $day }. Les parts sont nominatives ; elles ne se cèdent que par un acte écrit dont un original reste à la coopérative.
