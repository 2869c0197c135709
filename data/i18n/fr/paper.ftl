# Les imprimés, et ce qu’on en dit à l’écran et à la ligne de commande. Dans ce qui s’imprime, l’espace devant « : » est insécable.

paper-register = Registre des membres
paper-site-list = Liste par site et équipe
paper-attendance = Liste de présence
paper-member-card = Cartes de membre
paper-labels = Étiquettes
paper-member-form = Fiches d’adhésion remplies
paper-blank-form = Fiches d’adhésion vierges
paper-member-sheet = Dossier du membre

paper-option-status = Personnes
paper-option-site = Site
paper-option-team = Équipe
paper-option-member = Numéros
paper-option-on = Situation au
paper-option-columns = Données privées
paper-option-order = Ordre
paper-option-copies = Exemplaires
paper-option-first = Premier numéro
paper-option-until = Valable jusqu’au
paper-option-photo = Place pour photo
paper-option-meeting = Réunion
paper-option-date = Date
paper-option-place = Lieu
paper-option-guests = Lignes vides
paper-option-sheet = Planche
paper-option-skip = Déjà utilisées
paper-option-code = Code-barres

paper-hint-member = 147, ou 1-50, 60
paper-hint-first = vide : à remplir à la main
paper-hint-blank = vide : à remplir à la main

paper-who-members = Membres (actifs et suspendus)
paper-who-active = Actifs
paper-who-suspended = Suspendus
paper-who-admitted = Tous les inscrits
paper-who-left = Partis
paper-who-applicants = Candidats
paper-who-all = Tous, candidats compris
paper-columns-private = Avec
paper-columns-public = Sans
paper-order-number = Par numéro
paper-order-name = Par nom
paper-order-site = Par site et équipe
paper-sheet-3x8 = 3 × 8, de 70 × 37 mm
paper-sheet-3x7 = 3 × 7, de 63,5 × 38,1 mm
paper-sheet-2x7 = 2 × 7, de 99,1 × 38,1 mm
paper-sheet-5x13 = 5 × 13, de 38,1 × 21,2 mm
paper-yes = Oui
paper-no = Non

paper-number = N°
paper-name = Nom, post-nom, prénom
paper-sex = Sexe
paper-birth = Né(e) le (âge)
paper-identity = Pièce d’identité
paper-id-type-voter_card = Électeur
paper-id-type-national_id = Identité nat.
paper-id-type-passport = Passeport
paper-id-type-driving_licence = Permis
paper-id-type-birth_certificate = Acte de naiss.
paper-id-type-attestation = Attestation
paper-id-type-three_witnesses = Trois témoins
paper-id-type-other = Autre
paper-address = Adresse, village
paper-work = Activité
paper-joined = Adhésion
paper-shares = Parts souscrites
paper-shares-paid = Parts payées
paper-status = Statut
paper-site = Site
paper-no-site = Sans site
paper-team = Équipe
paper-phone = Téléphone
paper-date = Date
paper-place = Lieu
paper-women = Femmes
paper-men = Hommes
paper-sex-unknown = Non précisé
paper-total = Total
paper-counts = Récapitulation
paper-people = { $count ->
    [0] Personne
    [one] Une personne
   *[other] { $count } personnes
}
paper-counted = { $count } (F { $women }, M { $men })

paper-as-of = Situation au { $day }
paper-only-site = site { $site }
paper-only-team = équipe { $team }
paper-only-chosen = personnes choisies
paper-only-numbers = n° { $numbers }

paper-done-at = Fait à
paper-done-on = le
paper-chair-scoops = Le président du comité de gestion
paper-chair-coopca = Le président du conseil d’administration
paper-chair-other = Le président
paper-secretary = Le secrétaire
paper-control-scoops = Pour la commission de surveillance
paper-control-coopca = Pour le conseil de surveillance
paper-control-other = Pour l’organe de contrôle
paper-sign-beneath = nom, signature et sceau
paper-sign-name = nom et signature
paper-thumb = Empreinte digitale
paper-thumb-beneath = pouce gauche
paper-read-and-approved = « lu et approuvé », date et signature

paper-register-title = Registre des membres
paper-register-extract = Extrait du registre des membres
paper-register-public = Liste des membres pour consultation
paper-register-law = Tenu au siège, dans l’ordre des adhésions (Acte uniforme de l’OHADA relatif au droit des sociétés coopératives, art. 9).
paper-register-rule = Tenu au siège, dans l’ordre des adhésions.
paper-register-public-law = À consulter au siège par les membres, sans téléphone, pièce d’identité ni autre donnée privée (Acte uniforme de l’OHADA relatif au droit des sociétés coopératives, art. 351).
paper-register-public-rule = À consulter au siège par les membres, sans téléphone, pièce d’identité ni autre donnée privée.
paper-register-closed = { $count ->
    [one] Arrêté au { $day } à une inscription, le n° { $first }.
   *[other] Arrêté au { $day } à { $count } inscriptions, du n° { $first } au n° { $last }.
}
paper-witness = Mots témoins : { $words }
paper-register-gaps = Numéros sans inscription, annulés ou réunis à un autre : { $numbers }.

paper-site-list-title = Membres par site et équipe

paper-attendance-title = Liste de présence
paper-meeting = Réunion
paper-sign-or-thumb = Signature ou empreinte
paper-present = Présents
paper-present-women = Femmes
paper-present-men = Hommes
paper-present-all = Total
paper-present-guests = Invités
paper-chair-meeting = Le président de séance
paper-secretary-meeting = Le secrétaire de séance

paper-card-title = Cartes de membre
paper-card-name = Carte de membre
paper-photo = Photo
paper-card-issued = Délivrée le
paper-card-until = Valable jusqu’au

paper-labels-title = Étiquettes

paper-form-title = Fiche d’adhésion
paper-form-lead = À remplir en lettres capitales. Seul le nom est obligatoire ; comme date de naissance, une année ou un âge suffit.
paper-form-household = Ménage (seulement avec l’accord de la personne)
paper-form-consent = Accord sur l’usage des données
paper-form-consent-note = La coopérative tient le registre que la loi demande, et garde ces données pour les buts cochés « Oui ». Chaque accord peut être retiré par écrit à tout moment ; la personne peut demander copie et correction de ses données.
paper-form-consent-cd = La coopérative tient le registre que la loi demande, et garde ces données pour les buts cochés « Oui ». Chaque accord peut être retiré par écrit à tout moment ; la personne peut demander copie et correction de ses données (Code du numérique, livre III).
paper-form-statement = Déclaration
paper-form-accepts = Je demande mon adhésion à la société coopérative dénommée « { $coop } ». J’ai pris connaissance de ses statuts et de son règlement intérieur ; je les accepte et je m’engage à les respecter, ainsi que { $law }. Je certifie exacts les renseignements de cette fiche.
paper-form-law-cd = l’Acte uniforme de l’OHADA relatif au droit des sociétés coopératives, le Code minier et le code de conduite de l’exploitant artisanal
paper-form-law-ohada = l’Acte uniforme de l’OHADA relatif au droit des sociétés coopératives et le Code minier
paper-form-law = la loi sur les coopératives et la loi minière
paper-form-applicant = La personne qui demande
paper-form-received = Reçu pour la coopérative

section-office = Réservé à la coopérative

paper-field-birth = Date de naissance
paper-field-birth_place = Lieu de naissance
paper-field-known_as = Dit, surnom
paper-field-sector = Secteur ou chefferie
paper-field-address = Adresse actuelle
paper-field-id_number = N° de la pièce
paper-field-id_place = Pièce délivrée à
paper-field-id_issued_on = Pièce délivrée le
paper-field-id_expires_on = Pièce valable jusqu’au
paper-field-wallet = N° du compte mobile
paper-field-wallet_name = Au nom de
paper-field-team = Équipe ou puits
paper-field-role = Activités
paper-field-mining_since = Creuse depuis (année)
paper-field-card_number = N° de carte de creuseur
paper-field-card_expires_on = Valable jusqu’au
paper-field-licence_holder = Titulaire de la licence
paper-field-literacy = Sait lire et écrire
paper-field-dependants = Personnes à charge
paper-field-children_in_school = dont à l’école
paper-field-other_income = Autres revenus
paper-field-season_income = Revenu, dernière saison
paper-field-number = N° de membre
paper-field-joined_on = Date d’adhésion
paper-field-validated_on = Validée le (assemblée)
paper-field-validated_by = Par la résolution

paper-sheet-title = Dossier du membre
paper-sheet-note = Toutes les données que la coopérative garde dans son fichier sur cette personne, remises à sa demande.
paper-sheet-received = Reçu par la personne

err-paper-nobody = Personne ne correspond à ce choix : il n’y a rien à imprimer.
err-paper-site = Il n’y a pas de site « { $name } ».
err-print-system = Rien n’est installé ici pour imprimer (lp manque). Enregistrez le PDF et imprimez-le ailleurs.
err-print-none = Il n’y a pas d’imprimante ici. Enregistrez le PDF et imprimez-le ailleurs.
err-print = L’imprimante a refusé : { $what }

paper-choose = Imprimer
paper-look = aperçu
paper-making = L’imprimé se prépare…
paper-wait = L’imprimé se prépare encore.
paper-no-options = Il n’y a rien à régler pour cet imprimé.
paper-pages = { $count ->
    [one] une page
   *[other] { $count } pages
}
paper-print = Imprimer { $count ->
    [one] une page
   *[other] { $count } pages
} sur
paper-usual-printer = l’imprimante habituelle
paper-printed = { $count ->
    [one] Une page envoyée
   *[other] { $count } pages envoyées
} à { $printer }
paper-saved = Écrit : { $file }
err-paper-ending = La fin du nom dit sous quelle forme écrire : { $known }.

# Les imprimés des réunions.
paper-notice = Convocation
paper-minutes = Procès-verbal
paper-extract = Extrait d’une résolution
paper-minute-book = Registre des procès-verbaux

paper-option-body = Organe
paper-option-motion = Projet n°
paper-option-year = Année
paper-option-copy = Copie certifiée
paper-hint-meeting = n°, date, last, next

paper-coop = Coopérative
paper-seat = Siège social
paper-draft = PROJET
paper-copy = COPIE CERTIFIÉE CONFORME
paper-arrived = Arrivée
paper-left = Départ
paper-presence = Présence
paper-represented-by = { $sex ->
    [F] représentée
    [M] représenté
   *[other] représenté(e)
} par { $name }
paper-roll-eligible = Inscrits
paper-roll-present = Présents
paper-roll-represented = Représentés
paper-roll-excused = Excusés
paper-roll-left = Partis avant la fin
paper-roll-absent = Absents
paper-roll-guests = Invités
paper-roll-there = Présents et représentés

paper-notice-title = Convocation
paper-notice-second = Deuxième convocation
paper-notice-lead =
    Madame, Monsieur,
    vous êtes invité(e) à prendre part à la réunion suivante.
paper-notice-rules = Conditions de la réunion
paper-notice-first = La première réunion, le { $day }, n’a pas réuni le quorum.
paper-notice-days = { $days ->
    [one] Convocation : au moins un jour avant la réunion
   *[other] Convocation : au moins { $days } jours avant la réunion
}
paper-notice-quorum = { $needed ->
    [0] Quorum : la réunion délibère quel que soit le nombre des présents
   *[other] Quorum : { $needed } présents ou représentés sur les { $eligible } inscrits à ce jour
}
paper-notice-proxies = { $count ->
    [0] Chacun vote en personne, sans procuration
    [one] Un absent peut donner procuration par écrit ; une personne présente en porte une au plus
   *[other] Un absent peut donner procuration par écrit ; une personne présente en porte { $count } au plus
}
paper-notice-channel = Voie de convocation : { $channel }.
paper-notice-caller = Pour la convocation
paper-notice-slip-cut = À détacher, à signer et à rendre à la coopérative
paper-notice-slip-title = Récépissé de la convocation
paper-notice-slip = J’ai reçu la convocation à la réunion suivante, avec son ordre du jour : { $meeting }, le { $day }.
paper-notice-slip-on = Reçu le
paper-notice-slip-from = Remis par
paper-notice-slip-sign = Reçu par

paper-minutes-title = Procès-verbal
paper-minutes-number = Procès-verbal n° { $number }
paper-minutes-foot = Mots témoins : { $words } · version { $version }
paper-minutes-attendance = Présences et quorum
paper-minutes-debate = Délibérations
paper-minutes-presenter = Présenté par { $name }.
paper-minutes-second = deuxième convocation, faute de quorum le { $day }
paper-minutes-closed = L’ordre du jour étant épuisé, la séance est levée à { $time }.
paper-minutes-annex = Annexe : liste de présence
paper-minutes-replaces = Version { $version } : elle remplace la version { $before }, reprise avant signature.
paper-minutes-signed = Procès-verbal signé à l’encre le { $day } par { $by }.
paper-minutes-page = Registre papier, page { $page }.
paper-teller = Le scrutateur
paper-vote-number = Vote n° { $number } : { $outcome }
paper-motion-number = Projet de résolution n° { $number }
paper-action-due = Pour le
paper-action-state = État
paper-copy-certified = Copie certifiée conforme à l’original signé et conservé au registre des procès-verbaux.
paper-corrected-by = rectifié par la réunion du { $day }, PV n° { $number }
paper-corrects = rectifie le PV n° { $number } du { $day }
paper-extract-title = Extrait du procès-verbal
paper-extract-certified = Extrait certifié conforme au procès-verbal conservé au registre de la coopérative.
paper-book-title = Registre des procès-verbaux { $year }
paper-book-numbers = { $count ->
    [one] Un procès-verbal, le n° { $first }.
   *[other] { $count } procès-verbaux, du n° { $first } au n° { $last }.
}
paper-book-unfinished = { $count ->
    [one] Le procès-verbal d’une réunion de l’année n’est pas encore arrêté et manque ici.
   *[other] Les procès-verbaux de { $count } réunions de l’année ne sont pas encore arrêtés et manquent ici.
}
paper-book-index = Table des procès-verbaux
paper-book-resolutions = Résolutions
paper-book-state = État
paper-book-page = Page
paper-book-closed = Registre arrêté et certifié sincère par les soussignés.

err-paper-meeting = Il n’y a pas de réunion « { $text } ». Donnez le numéro du procès-verbal, une date, last ou next.
err-paper-which = Plusieurs réunions répondent à « { $text } ». Nommez l’organe.
err-paper-body = Plusieurs organes ont des procès-verbaux cette année. Nommez l’organe : { $names }.
err-paper-organ = Il n’y a pas d’organe { $name }. Nommez l’un de ceux-ci : { $names }.
err-paper-not-held = Cette réunion n’a pas encore été ouverte : elle n’a pas de procès-verbal.
err-paper-copy = Seul un procès-verbal signé peut être copié et certifié. Faites-le signer d’abord.
err-paper-no-motion = Rien n’a été mis aux voix à cette réunion.
err-paper-motion = Dites quel projet de résolution : { $known }.
err-paper-no-minutes = Aucun procès-verbal de { $year } n’est arrêté.
err-paper-number = Personne ne porte le numéro { $number }.
