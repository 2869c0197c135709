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

why-name = même nom
why-phone = même téléphone
why-id_number = même numéro de pièce
why-birth_year = même année de naissance
why-village = même village

member-new = nouveau
member-age = ({ $age } ans)
member-stages = Parcours
member-saved = Enregistré : { $name }
member-alike = Est-ce une autre personne que { $name } ? ({ $why })

members-empty = Encore personne. i importe une liste d’un tableur, n saisit le premier membre.

err-status-missing = Choisissez ce que devient cette personne.
err-status-step = Cela ne suit pas du statut actuel.

field-export-file = Fichier
hint-export-file = finit par .xlsx, .csv ou .json
export-name = membres
export-replaces = { $file } existe déjà et serait remplacé.
err-export-ending = Le nom du fichier doit finir par .xlsx, .csv ou .json.
