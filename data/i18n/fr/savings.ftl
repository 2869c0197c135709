# Groupes d’épargne et soldes d’ouverture.

# Ouverture
act-opening-write = situation d’ouverture
section-opening = Ouverture
opening-number = numéro
opening-name = nom
opening-account = compte
opening-fund = fonds
opening-shares = parts
opening-shares-paid = parts libérées
opening-paid = montant libéré
opening-share-value = valeur d’une part
opening-arrears = arriérés
opening-arrears-on = arriérés depuis
opening-credit = payé d’avance
opening-balance = solde
opening-currency = monnaie
err-opening-columns = Aucun titre ne dit de qui ou de quel compte parle une ligne : « Numéro », « Nom » ou « Compte », à côté de « Parts », « Arriérés », « Solde », etc.
err-opening-who = De qui ou de quel compte s’agit-il ? Il n’y a ni numéro, ni nom, ni compte.
err-opening-other = Le numéro { $number } est celui de { $name }. Corrigez le numéro ou le nom.
err-opening-account = Il n’y a pas de compte « { $name } » qui puisse avoir un solde d’ouverture. Ouvrez d’abord le compte, ou nommez-en un de la liste.
err-opening-members = Ce qui est aux membres se saisit membre par membre.
err-opening-nothing = Il n’y a rien à écrire : ni parts, ni arriérés, ni avance, ni solde.
err-opening-paid = C’est plus que ce que valent les parts : { $most } au plus.
err-opening-late = Les arriérés datent d’avant l’ouverture.
err-opening-both = Celui qui doit n’a rien payé d’avance : saisissez la différence.
err-opening-again = Ceci est déjà ouvert au { $day }. Défaites d’abord cette ouverture.
err-opening-shares = Un montant est libéré, mais combien de parts sont souscrites ?
err-opening-nominal = Que vaut une part ? Donnez-le dans une colonne « Valeur de la part ».
err-opening-currency = Ceci est en { $currency }.
err-opening-unlike = Les parts libérées font { $counted } ; le montant libéré dit autre chose.
warn-opening-paid = Aucun montant libéré n’est donné : les parts comptent comme entièrement libérées.
cli-say-opening-sum = Il y a { $there } + dû par les membres { $owed } − parts { $capital } − payé d’avance { $credit } − mis de côté { $aside } = report à nouveau { $left }
cli-say-opening-proposal = Au { $day } : { $new } à écrire, { $refused } refusées. Rien n’a été écrit.
cli-say-opening-done = Ouverture au { $day } : { $new } lignes écrites, { $refused } laissées.
cli-err-opening-empty = Aucune ligne trouvée dans { $path }.
