# Organes, fonctions, réunions, résolutions et procès-verbaux.
noun-organ = Organe
nouns-organ = Organes
noun-mandate = Mandat
nouns-mandate = Mandats
noun-meeting = Réunion
nouns-meeting = Réunions
noun-agenda_item = Point de l’ordre du jour
nouns-agenda_item = Ordre du jour
noun-guest = Invité
nouns-guest = Invités
noun-motion = Projet de résolution
nouns-motion = Projets de résolution
noun-action = Action à mener
nouns-action = Actions à mener
noun-correction = Rectification
nouns-correction = Rectifications

field-seats = Sièges
field-term_months = Mandat (mois)
field-last_number = Dernier numéro sur papier
field-organ = Organe
field-mandate_office = Fonction
field-votes = Voix
field-ended_on = Terminé le
field-ended_reason = Motif de fin
field-title = Intitulé
field-held_on = Date
field-time = Heure
field-place = Lieu
field-notice_on = Convoquée le
field-channel = Convoquée par
field-called_by = À l’initiative de
field-chair = Président(e) de séance
field-secretary = Secrétaire de séance
field-tellers = Scrutateurs
field-presenter = Présenté par
field-duration = Durée (min)
field-quality = Qualité
field-organisation = Organisation
field-mover = Proposé par
field-seconder = Appuyé par
field-amends = Amende le projet n°
field-what = Quoi
field-who = Qui

hint-term = 36 pour trois ans
hint-last-number = 0 si le registre commence ici
hint-meeting-title = vide : le genre de réunion
hint-time = 9h30
hint-notice-on = jour de l’envoi
hint-person = numéro ou nom
hint-persons = numéros ou noms, avec virgules
hint-duration = minutes
hint-quality = bourgmestre, agent SAEMAPE…
hint-amends = numéro du projet

organ-assembly = Assemblée générale
organ-committee = Comité de gestion
organ-board = Conseil d’administration
organ-control = Commission de surveillance
organ-conflicts = Comité de résolution des conflits
organ-safety = Comité d’hygiène et de sécurité
organ-credit = Comité de crédit
organ-women = Comité des femmes
organ-teams = Réunion des chefs d’équipe
organ-other = Autre organe

office-chair = Président(e)
office-vice_chair = Vice-président(e)
office-secretary = Secrétaire
office-deputy_secretary = Secrétaire adjoint(e)
office-treasurer = Trésorier(ère)
office-deputy_treasurer = Trésorier(ère) adjoint(e)
office-adviser = Conseiller(ère)
office-auditor = Commissaire
office-women_rep = Représentante des femmes
office-team_leader = Chef d’équipe
office-manager = Gérant(e)
office-seat = Membre

end-resigned = Démission
end-removed = Révocation
end-left = Départ de la coopérative
end-died = Décès
end-replaced = Remplacement

meeting-founding = Assemblée constitutive
meeting-annual = Assemblée ordinaire annuelle
meeting-ordinary = Réunion ordinaire
meeting-extraordinary = Réunion extraordinaire
meeting-monthly = Réunion mensuelle
meeting-other = Autre réunion

channel-letter = Lettre contre décharge
channel-poster = Affichage
channel-oral = Oralement
channel-phone = Téléphone ou message
channel-newspaper = Journal d’annonces
channel-radio = Radio

item-opening = Ouverture de la séance
item-bureau = Désignation du bureau de séance
item-quorum = Appel nominal et quorum
item-agenda = Adoption de l’ordre du jour
item-minutes = Lecture du procès-verbal précédent
item-carried = Suivi des décisions
item-report = Rapport de gestion
item-control = Rapport de la commission de surveillance
item-accounts = Comptes de l’exercice
item-allocation = Affectation du résultat
item-programme = Programme d’activités
item-budget = Budget
item-statutes = Statuts
item-rules = Règlement intérieur
item-capital = Souscription du capital
item-elections = Élections
item-admissions = Admissions
item-powers = Pouvoirs pour les formalités
item-production = Production
item-treasury = Trésorerie
item-safety = Sécurité
item-subject = Sujet
item-any_other = Divers
item-closing = Clôture de la séance

motion-ordinary = Ordinaire
motion-election = Désignation
motion-admission = Admission
motion-exclusion = Exclusion
motion-statutes = Statuts
motion-contribution = Apport en nature
motion-related = Convention avec un dirigeant
motion-dissolution = Dissolution ou fusion

method-hands = Main levée
method-unanimous = Unanimité
method-secret = Bulletin secret
method-stand = Assis et levé
method-names = Appel nominal

state-planned = prévue
state-open = ouverte
state-closed = PV en rédaction
state-to_sign = à signer
state-signed = signé
state-dropped = non tenue

action-open = à faire
action-done = fait
action-dropped = abandonné

presence-absent = absent
presence-present = présent
presence-excused = excusé
presence-left = parti

rule-notice = Délai de convocation (jours)
rule-notice-second = Délai de la deuxième convocation (jours)
rule-quorum = Quorum
rule-quorum-second = Quorum sur deuxième convocation
rule-majority = Majorité
rule-proxies = Procurations par personne
rule-fine = Amende d’absence
rule-organ = Tout organe

base-votes = des voix pour et contre
base-cast = des suffrages, blancs compris
base-present = des présents ou représentés
base-members = de tous les membres

outcome-adopted = ADOPTÉE
outcome-rejected = REJETÉE
outcome-no_quorum = SANS QUORUM
outcome-withdrawn = RETIRÉE

certainty-T = lu dans l’article
certainty-S = de seconde main
certainty-R = à vérifier dans vos statuts

err-share = « { $text } » n’est pas une fraction. Écrivez 1/2, 2/3, ou >1/2 pour plus de la moitié.
err-majority = « { $text } » n’est pas une majorité. Écrivez une fraction et sa base : 2/3 votes, >1/2 members.
err-votes-many = { $votes } voix sont comptées, mais { $voters } personnes seulement peuvent voter. Recomptez.
err-time = « { $text } » n’est pas une heure. Écrivez 9h30 ou 14h00.
err-organ = Il n’y a pas d’organe { $name }. Choisissez dans la liste.
err-notice-late = La convocation ne peut pas suivre le jour de la réunion, le { $day }.
err-proxy-self = { $name } ne peut pas se donner procuration.
err-proxy-present = { $name } est présent(e) et vote en personne.
err-proxy-holder = { $name } n’est pas dans la salle. Seule une personne présente peut porter une procuration.
err-minutes-frozen = Le procès-verbal de cette réunion est figé : plus rien n’y change. Avant la signature il peut être repris ; après, inscrivez une rectification.
words-attendance = Sur { $eligible } inscrits, { $present } sont présents et { $represented } représentés.
words-quorum = Le quorum de { $needed } est atteint avec { $there } présents ou représentés ({ $reference }).
words-no-quorum = Le quorum de { $needed } n’est pas atteint avec { $there } présents ou représentés ({ $reference }).
words-votes = Pour : { $for } ; contre : { $against }.
