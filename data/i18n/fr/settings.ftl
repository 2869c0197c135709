# Réglages, coopérative, utilisateurs.

setting-coop = Coopérative
setting-users = Utilisateurs
setting-pin = Mon code PIN
setting-language = Langue
setting-keyboard = Clavier
setting-colours = Couleurs
setting-backup = Sauvegarder ; dernière fois
setting-check = Vérifier le fichier ; mots témoins
setting-history = Historique ; dernière opération
setting-never = jamais

colours-none = aucune
colours-sixteen = seize

hint-first-language = F9 : English
country-CD = RD Congo
country-SL = Sierra Leone
country-CI = Côte d’Ivoire
country-CF = République centrafricaine
country-GN = Guinée
country-GH = Ghana

legal-form-scoops = Coopérative simplifiée (SCOOPS)
legal-form-coopca = Coopérative avec conseil (COOP-CA)
legal-form-other = Autre ou pas encore constituée

role-admin = Administrateur
role-secretary = Secrétaire
role-treasurer = Trésorier
role-clerk = Commis
role-auditor = Contrôleur

field-coop-name = Coopérative
field-country = Pays
field-legal-form = Forme juridique
field-currency = Devise
field-currencies = Autres devises
field-your-name = Votre nom
field-pin = Code PIN
field-pin-again = Code PIN encore
field-user-name = Nom
field-user-role = Rôles
field-system-user = Session de l’ordinateur

hint-currency = CDF, USD, SLE…
hint-currencies = avec des virgules
hint-pin = 4 chiffres ou plus, ou rien
hint-user-role = plusieurs, avec des virgules
hint-system-user = sous ce nom, sans code PIN

user-new = nouveau

ask-user-remove = Retirer cet utilisateur ?
ask-user-remove-lines = { $name } n’ouvrira plus ce fichier. Ce que { $name } a fait reste signé. Entrée retire, Échap garde.

err-coop-name = La coopérative doit avoir un nom.
err-user-name = Un utilisateur doit avoir un nom.
err-user-role = Un utilisateur doit avoir au moins un rôle.
err-pin = Ce code PIN est faux.
err-pin-short = Un code PIN a au moins { $least } caractères.
err-pin-differs = Les deux codes PIN diffèrent.
