# Comptes, leurs livres, états financiers.

export-ledger = Journal
export-contributions = Cotisations
cli-export-ledger = Écrire toutes les écritures du journal, pour qui les vérifie et pour les logiciels de comptabilité
cli-export-ledger--format = hledger, beancount, csv, xlsx ou json (selon la fin du nom du fichier, sinon csv)
cli-export-ledger--out = Fichier à écrire ; la sortie standard s’il manque ou si c’est « - »
cli-export-contributions = Écrire ce que les membres ont versé, une partie de versement par ligne
cli-export-contributions--format = csv, xlsx ou json (selon la fin du nom du fichier, sinon csv)
cli-export-contributions--out = Fichier à écrire ; la sortie standard s’il manque ou si c’est « - »
cli-say-exported-entries =
    { $count ->
        [one] Une écriture : { $path }
       *[other] { $count } écritures : { $path }
    }
books-asserted = Soldes tenus par le programme

paper-member-statement = Relevé de compte d’un membre
paper-receipts-payments = Recettes et dépenses
paper-income = Compte de résultat
paper-balance = Bilan
paper-fund-statement = Situation d’un fonds
paper-poster = Affiche murale : notre argent
paper-poster-title = Notre argent
paper-size-a4 = A4
paper-size-a3 = A3
paper-option-period = Période
paper-option-currency = Devise
paper-option-size = Format
paper-hint-period = 2026, 11/2026 ou 01/03/2026 - 15/04/2026
paper-hint-all = vide : tout
paper-member = Membre
cli-report--period = De quand à quand : 2026, 11/2026 ou « 01/03/2026 - 15/04/2026 » ; cette année si rien n’est dit
cli-report--currency = Seulement cette devise
cli-report--fund = Le fonds ; s’il n’est pas dit, le seul qu’il y a
cli-report--size = Format de l’affiche : a4 ou a3
err-entry-edit = Une écriture ne se modifie pas : d l’annule, puis saisissez ce qui est juste.
err-period = « { $text } » n’est pas une période : écrivez 2026, 11/2026 ou 01/03/2026 - 15/04/2026.
books-nothing = Aucune opération.
books-there = Disponible
books-came-in = Entrées
books-went-out = Sorties
books-moved = Virements internes
books-exchanged = Change
books-witness-note = Les mots témoins au bas de la feuille prouvent l’état du fichier : si quelqu’un change le passé, ils ne reviennent plus.
books-changed-from = Changé depuis { $currency }
books-changed-to = Changé en { $currency }
books-opening = Solde au début
books-closing = Solde à la fin
books-ahead = Versé d’avance
books-income = Produits
books-income-total = Total des produits
books-expense = Charges
books-expense-total = Total des charges
books-surplus = Excédent
books-deficit = Déficit
books-has = Ce que la coopérative possède
books-whose = À qui cela revient
books-shares-held = Parts sociales
books-shares =
    { $count ->
        [one] 1 part souscrite, { $paid } payés
       *[other] { $count } parts souscrites, { $paid } payés
    }
books-day = Date
books-what = Libellé
books-receipt = Reçu
books-owed = Dû
books-paid = Versé
books-left = Solde
books-brought = Solde antérieur
books-owes-left = Dû au { $day }
books-ahead-left = Versé d’avance au { $day }
books-statement-note = Toute erreur est à signaler au trésorier ou à l’organe de contrôle, reçu à l’appui.
books-who-owe =
    { $count ->
        [one] Un membre doit { $amount }
       *[other] { $count } membres doivent { $amount }
    }
books-counted = compté le { $day } : juste
books-counted-other = compté le { $day } : { $amount }
books-not-counted = pas encore compté
books-where = Où
books-count = Comptage
books-by-month = Versements des membres, mois par mois
books-standing = Solde
books-book = Livre d’un compte
books-way = de { $from } vers { $to }
books-way-to = vers { $to }
books-way-from = de { $from }
books-contributions = Cotisations reçues
books-edit-account = modifier le compte
books-no-fund = Aucun fonds affecté : n en ouvre un.
books-entry = Écriture { $number }
books-paper-on = Date sur la pièce
books-reverses = Annule
books-reversed-by = Annulée par
books-payer = Payé par
books-lines = Ce qu’elle a fait
books-line-in = { $amount } entrés
books-line-out = { $amount } sortis
books-line-owes = doit { $amount } de plus
books-line-paid = a versé { $amount }
books-line-earned = { $amount } de recette
books-line-unearned = { $amount } de recette en moins
books-line-spent = { $amount } de dépense
books-line-unspent = { $amount } de dépense en moins
books-line-more = { $amount } de plus
books-line-less = { $amount } de moins
books-reverse = annuler l’écriture
books-reverse-lead = Rien n’est effacé : le contraire est écrit aujourd’hui.
books-reverse-slip = Rien n’est effacé : le contraire est écrit aujourd’hui, et le bon est de nouveau à payer.
books-reverse-receipt = Rien n’est effacé : le contraire est écrit aujourd’hui, et le reçu est annulé.
books-reversed = Annulé par l’écriture { $number }. Rien n’est effacé.
books-most = le plus en { $month } : { $amount }
books-last = ce mois : { $amount }
books-together = { $amount } en douze mois
books-earlier = avant
books-later = après
filter-money = Argent
sort-kind = par type
sort-latest = les derniers d’abord
sort-first = depuis le début
column-code = Code
