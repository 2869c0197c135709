# Le registre des membres.

field-number = Numéro
field-former_number = Ancien numéro
field-surname = Nom
field-post_name = Post-nom
field-given_name = Prénom
field-known_as = Dit
field-sex = Sexe
field-birth = Naissance
field-phone = Téléphone
field-village = Village
field-site = Site
field-role = Activité
field-status = Statut
field-joined_on = Adhésion le
field-id_type = Pièce d’identité
field-id_number = N° de la pièce
field-id_place = Délivrée à
field-id_expires_on = Expire le
field-note = Observation
field-new-status = Nouveau statut
field-since = Depuis le
field-reason = Motif

column-number = N°
column-name = Nom
column-sex = Sexe
column-age = Âge
column-site = Site
column-phone = Téléphone
column-status = Statut

hint-sex = F ou M
hint-birth = 31/5/93, 1993 ou un âge : 33
hint-proposals = 3 lettres montrent la liste
hint-role = plusieurs, avec des virgules
hint-day = 23/11/2026, 231126, t = ce jour
hint-former-number = comme dans l’ancien registre
hint-reason = décision, lettre, date…

status-applicant = Candidat
status-active = Actif
status-suspended = Suspendu
status-resigned = Démissionnaire
status-excluded = Exclu
status-deceased = Décédé
status-applicant-F = Candidate
status-active-F = Active
status-suspended-F = Suspendue
status-excluded-F = Exclue
status-deceased-F = Décédée

filter-all = Tous
filter-members = Membres
filter-applicants = Candidats
filter-suspended = Suspendus
filter-left = Partis
filter-women = Femmes
filter-men = Hommes

sort-name = par nom
sort-number = par numéro
sort-joined = par date d’adhésion
sort-village = par village

sex-F = F
sex-M = M

id-type-voter_card = Carte d’électeur
id-type-national_id = Carte d’identité nationale
id-type-passport = Passeport
id-type-driving_licence = Permis de conduire
id-type-birth_certificate = Acte de naissance
id-type-attestation = Attestation de perte de pièces
id-type-three_witnesses = Trois témoins
id-type-other = Autre

work-digger = Creuseur
work-driller = Foreur
work-shoveller = Pelleteur
work-timberman = Boiseur
work-washer = Laveur
work-diver = Plongeur
work-pump_operator = Motopompiste
work-carrier = Transporteur
work-pounder = Concasseur
work-basin_owner = Loutrier
work-pit_chief = Chef de puits
work-pit_owner = PDG
work-supporter = Soutien
work-licence_holder = Titulaire de licence
work-trader = Négociant
work-cook = Cuisinier
work-shopkeeper = Commerçant
work-guard = Gardien
work-site_manager = Gestionnaire de site
work-clerk = Secrétaire

why-name = mêmes noms
why-name_alike = noms qui se ressemblent
why-name_part = une partie des noms
why-id_number = même numéro de pièce
why-id_number_alike = numéro de pièce à un chiffre près
why-birth_day = même date de naissance
why-birth_exchanged = même naissance, jour et mois inversés
why-birth_alike = même naissance à un chiffre près
why-birth_year = même année de naissance
why-birth_about = à peu près le même âge
why-phone = même téléphone
why-phone_alike = téléphone à un chiffre près
why-former_number = même ancien numéro
why-village = même village
why-address = même adresse

member-new = nouveau
member-age = ({ $age } ans)
member-merged = Autres fiches de cette personne
member-stages = Parcours
member-saved = Enregistré : { $name }
member-alike = Est-ce une autre personne que { $name } ? ({ $why })

members-empty = Encore personne. i importe une liste d’un tableur, n saisit le premier membre.

err-status-missing = Choisissez ce que devient cette personne.
err-status-last = Rien ne suit un décès : { $name }. Saisi par erreur, il se défait avec u ou dans l’historique.
err-status-step = Cela ne suit pas du statut actuel.

field-export-file = Fichier
hint-export-file = finit par .xlsx, .csv ou .json
export-name = membres
export-replaces = { $file } existe déjà et serait remplacé.
err-export-ending = Le nom du fichier doit finir par .xlsx, .csv ou .json.

field-birth_place = Né(e) à
field-nationality = Nationalité
field-province = Province
field-territory = Territoire
field-sector = Secteur, chef.
field-groupement = Groupement
field-address = Adresse
field-phone_2 = Autre téléphone
field-wallet = Compte mobile
field-wallet_name = Au nom de
field-id_issued_on = Délivrée le
field-mark = Signature
field-card_number = Carte creuseur
field-card_expires_on = Carte jusqu’au
field-team = Équipe, puits
field-licence_holder = Titulaire lic.
field-mining_since = Creuse depuis
field-work_time = Temps de travail
field-substances = Substances
field-tools = Outils
field-financed_by = Préfinancé par
field-household = Ménage
field-marital_status = État civil
field-dependants = À charge
field-children_in_school = À l’école
field-literacy = Lit et écrit
field-languages = Langues
field-other_income = Autre revenu
field-season_income = Revenu saison
field-applied_on = Demande du
field-admitted_by = Admis par
field-validated_on = Validé le
field-validated_by = Validé par
field-shares = Parts souscrites
field-shares_paid = Parts payées
field-form_number = N° de fiche
field-form_on = Fiche du
field-enumerator = Enquêteur
field-verified_by = Vérifié par
field-verified_on = Vérifié le
field-reregistered_on = Réenregistré le

mark-signature = Signature
mark-thumb = Empreinte
mark-neither = Ni l’une ni l’autre

substance-diamond = Diamant
substance-gold = Or
substance-coltan = Coltan
substance-cassiterite = Cassitérite
substance-wolframite = Wolframite
substance-copper = Cuivre
substance-cobalt = Cobalt
substance-gemstone = Pierre de couleur
substance-other = Autre substance

work-time-full = Toute l’année
work-time-seasonal = En saison
work-time-occasional = De temps en temps

marital-single = Célibataire
marital-married = Marié(e)
marital-union = Union de fait
marital-separated = Séparé(e)
marital-divorced = Divorcé(e)
marital-widowed = Veuf ou veuve

literacy-neither = Ni lire ni écrire
literacy-reads = Lit
literacy-writes = Lit et écrit

admitter-committee = Comité ou conseil
admitter-assembly = Assemblée générale
admitter-founders = Assemblée constitutive

section-identity = Identité
section-origin = Origine et adresse
section-work = Travail
section-household = Ménage
section-membership = Adhésion
section-source = Fiche papier

hint-wallet = numéro M-Pesa, Airtel, Orange…
hint-year = une année, 2009
hint-licence = Sierra Leone
hint-household = nom du ménage, avec accord
hint-amount = 1 234,50 ou 40 USD
hint-validated = jour de l’assemblée
hint-decision = réunion, résolution
hint-form-number = une seule fois par fiche
hint-card = délivrée par l’État
hint-office = Division des mines de…
hint-kin-number = s’il est aussi membre
hint-percent = de 0 à 100
hint-path = chemin, ~/… aussi
hint-zone = ZEA ou titre minier
hint-degrees = -6,1361 ou 6,1361 S
hint-leader = numéro du membre

field-kind = Type
field-office = Bureau
field-issued_on = Délivrée le
field-expires_on = Expire le
field-zone = Zone
field-fee = Frais payés
field-receipt = N° de quittance
field-name = Nom
field-relation = Lien
field-heir_percent = Part d’héritage %
field-purpose = Objet
field-given_on = Donné le
field-withdrawn_on = Retiré le
field-noted_on = Le
field-text = Texte
field-path = Fichier
field-latitude = Latitude
field-longitude = Longitude
field-closed_on = Fermé le
field-leader_number = Chef d’équipe
field-from_on = Du
field-until_on = Au

card-miner = Carte de creuseur
card-trader = Carte de négociant
card-diver = Permis de plongeur
card-dredge = Permis de drague
card-licence = Licence

relation-spouse = Époux ou épouse
relation-child = Enfant
relation-parent = Père ou mère
relation-sibling = Frère ou sœur
relation-other_kin = Autre parent
relation-guardian = Tuteur
relation-friend = Ami ou voisin

purpose-register = Registre des membres
purpose-authorities = Transmission à l’administration
purpose-buyers = Acheteurs et traçabilité
purpose-household = Données du ménage
purpose-photo = Photo
purpose-messages = Messages au téléphone

file-photo = Photo
file-form = Fiche papier
file-id = Pièce d’identité
file-card = Carte
file-letter = Lettre
file-certificate = Attestation
file-minutes = Procès-verbal signé
file-other = Autre fichier

record-add = Ajouter
member-mates = Même ménage

entry-saved = Enregistré : { $noun }
entry-saved-name = Enregistré : { $noun } { $name }
entry-removed = Retiré : { $noun }

ask-remove = Retirer ?

entry-remove = { $noun } : { $what }. L’historique le garde, et u le ramène.

procedure-withdrawal = Retrait
procedure-exclusion = Exclusion
procedure-death = Décès

procedure-opened = Procédure ouverte : { $name }. Ses étapes sont sur la fiche du membre (Entrée).

step-open = à faire
step-letter = Lettre de retrait reçue
step-recorded = Constaté par écrit
step-debts = Dettes réglées
step-refunded = Parts remboursées
step-warned = Mise en demeure écrite
step-heard = Membre entendu
step-decided = Décision motivée
step-notified = Décision notifiée
step-confirmed = Confirmée par l’AG
step-certificate = Acte de décès
step-statement = Compte arrêté ce jour
step-frozen = Paiements bloqués
step-council = PV conseil de famille
step-heirs = Héritiers et parts
step-settled = Règlement, empreinte

field-ground = Motif
field-opened_on = Ouverte le
field-effective_on = Effet le
field-outcome = Issue
field-done_on = Fait le
field-done_by = Par
field-reference = Référence
field-due_on = À faire avant le

hint-done-by = organe ou personne
hint-reference = lettre, PV, article…

admit-admit = admission
admit-validate = validation par l’assemblée
admit-admitted = { $count ->
    [one] Admis avec le numéro { $first }.
   *[other] { $count } personnes admises, numéros { $first } à { $last }.
}
admit-validated = { $count ->
    [one] Adhésion validée.
   *[other] { $count } adhésions validées.
} { $before ->
    [0] {""}
    [one] 1 l’était déjà et reste telle quelle.
   *[other] { $before } l’étaient déjà et restent telles quelles.
}

noun-card = Carte ou permis
noun-kin = Personne à prévenir
noun-consent = Consentement
noun-placement = Lieu de travail
noun-note = Note
noun-file = Fichier
noun-site = Site
noun-team = Équipe
noun-household = Ménage
noun-procedure = Procédure
noun-procedure_step = Étape
nouns-card = Cartes et permis
nouns-kin = Personnes à prévenir
nouns-consent = Consentements
nouns-placement = Lieux de travail
nouns-note = Notes
nouns-file = Fichiers
nouns-site = Sites
nouns-team = Équipes
nouns-household = Ménages
nouns-procedure = Procédures
nouns-procedure_step = Étapes

file-changed = modifié depuis
file-absent = introuvable
pile-title = fiches papier
pile-form = { $count ->
    [one] première fiche du jour
   *[other] fiche { $count } du jour
}
pile-end = { $count ->
    [0] Aucune fiche papier saisie aujourd’hui.
    [one] Une fiche papier saisie aujourd’hui.
   *[other] { $count } fiches papier saisies aujourd’hui.
}

field-head_number = Chef de ménage
record-new = ajouter
record-note = note ou fichier
page-status = statut
record-remove = retirer

# Who may stand twice
merge-lead = { $kept } reste, { $gone } y entre ; les deux numéros restent trouvables. ✓ est ce qui sera gardé.
merge-done = Une seule fiche : { $gone } fait partie de { $kept }. u défait.
distinct-done = Deux personnes : { $first } et { $second }.
hint-distinct = comment vous le savez
pairs-looking = Recherche des personnes inscrites deux fois…
pairs-none = Personne n’est inscrit deux fois, à ce qu’on voit.
pairs-count = { $count ->
    [one] une paire
   *[other] { $count } paires
}
