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
field-channel = Mode de convocation
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

# La convocation, la page d'une réunion, les fondateurs
meetings-empty = Aucune réunion. n convoque la première.
meeting-new = nouvelle réunion
meeting-second = deuxième convocation
meeting-drop = non tenue
meeting-saved = Enregistré : la réunion
meeting-called = La réunion est convoquée. Entrée l’ouvre.
meeting-opened = L’appel est ouvert.
meeting-closed = La séance est levée.
meeting-dropped = Noté : cette réunion n’est pas tenue.
meeting-next = À faire
meeting-notice = Convocation
meeting-first = 1re convocation
meeting-second-call = 2e convocation
meeting-present = Présents
meeting-proxies = Représentés
meeting-excused = Excusés
meeting-opened-at = ouverte à { $time }
meeting-closed-at = levée à { $time }
meeting-number = PV no { $number }
meeting-signed-by = signé par { $by }, { $day }
field-state = État
column-minutes = PV
filter-coming = À venir
filter-to-write = PV à rédiger
filter-to-sign = À signer
filter-signed = Signées
filter-dropped = Non tenues
sort-day = par date
sort-organ = par organe
sort-minutes = par numéro
item-minutes-long = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
item-written = PV rédigé

next-founders = r ouvre la liste des fondateurs : personne n’a encore signé.
next-notice = Convoquez au plus tard le { $due } ; la réunion est le { $day }.
next-wait = Le { $day }, o ouvre l’appel.
next-open = o ouvre l’appel.
next-roll = r fait l’appel : { $there } sur { $needed } nécessaires sont là.
next-motions = r fait l’appel, m met une résolution aux voix, o lève la séance.
next-write = Entrée sur un point en rédige le PV ; o le fige pour la signature.
next-sign = Imprimez le PV et faites-le signer ; o note la signature.
next-signed = Le PV est signé. Une erreur se corrige par une rectification : n.
next-dropped = Cette réunion n’a pas été tenue.

call-in-time = { $days ->
    [one] { $days } jour avant
   *[other] { $days } jours avant
} : à temps, il en faut { $asked } ({ $source })
call-late = { $days ->
    [one] { $days } jour avant
   *[other] { $days } jours avant
} : trop tard, il en faut { $asked } ({ $source })
call-due = à donner au plus tard le { $due }, { $asked } jours avant ({ $source })
call-missed = non donnée ; il le fallait au plus tard le { $due }, { $asked } jours avant ({ $source })
call-doubt = Convocation : { $what }
call-no-agenda = L’ordre du jour ne dit pas de quoi il s’agit : une convocation sans ordre du jour peut être nulle.
rule-own = règle de votre choix
rule-own-at = vos statuts, { $reference }
rule-source = { $reference }, { $certainty }
needed-there = il en faut { $needed } sur { $eligible } ({ $share })
needed-there-by = il en faut { $needed } sur { $eligible } ({ $share } ; { $source })
again-had-quorum = La première réunion avait son quorum : ce qu’elle a décidé reste valable.

ask-open-meeting = Ouvrir l’appel ?
open-lines = { $count ->
    [one] { $count } personne peut voter ; la liste est arrêtée telle qu’elle est.
   *[other] { $count } personnes peuvent voter ; la liste est arrêtée telle qu’elle est.
}
open-other-day = La réunion est convoquée pour le { $day } ; nous sommes le { $today }.
ask-close-meeting = Lever la séance ?
close-lines = Elle prend fin à { $time }. Les présences et les votes restent tels qu’ils sont.
close-no-quorum = Le quorum n’est pas atteint. c convoque une deuxième réunion, avec son délai et son quorum.
close-fine = Chaque absent non excusé doit { $fine }.
ask-drop-meeting = Non tenue ?
meeting-drop-lines = { $meeting } : noter qu’elle n’est pas tenue. L’historique la garde, et u la rétablit.

founders-title = Fondateurs
founders-empty = Personne n’a encore signé.
founders-admit = admettre les fondateurs
founder-who = Qui signe ?
founder-added = A signé : { $name }
founder-removed = Retiré de la liste : { $name }
founder-applicant = candidat : flèche bas pour choisir
founder-shares = { $count ->
    [one] { $count } part
   *[other] { $count } parts
}
hint-founder = nom postnom prénom, f ou m, parts. Entrée ajoute.

err-nobody = Personne ne porte le numéro { $number }. Écrivez un nom, ou cherchez le numéro sous Membres.
err-again-early = Seule une réunion tenue peut être convoquée une deuxième fois. Levez d’abord la séance : o.
err-meeting-begun = L’appel de cette réunion est ouvert : l’organe et le genre restent ce qu’ils sont.
err-drop-held = L’appel a été ouvert : la réunion a été tenue. Défaites d’abord l’ouverture.
err-item-stays = « { $title } » figure à tout ordre du jour.
err-item-used = « { $title } » a un PV, des résolutions ou des actions. Retirez-les d’abord.
err-no-founders = Personne n’est sur la liste des fondateurs. r l’ouvre.
err-no-voters = Aucun membre actif ne peut voter.
err-no-holders = Personne n’a de fonction dans { $organ }. Entrez d’abord les mandats.
err-roll-closed = L’appel n’est pas encore ouvert : o l’ouvre.
err-not-founding = Ce n’est pas une assemblée constitutive.
err-founders-fixed = L’appel est ouvert : l’ordre des signatures ne change plus.
err-founder-twice = { $name } est déjà sur la liste.
err-founders-admitted = Aucun fondateur n’attend son admission.
err-admit-early = Les fondateurs sont admis quand la réunion a commencé et adopté les statuts.
# L’appel à l’entrée
roll-title = appel
roll-opened = ouverte à { $time }
roll-closed = close à { $time }
roll-arrives = Qui arrive ?
roll-missing = Qui manque ?
roll-holder = Qui vote pour { $who } ?
roll-why = Pourquoi { $who } vote ici ?
roll-hint = Tapez un numéro ou un bout du nom, ou lisez une carte ; puis Entrée.
roll-hint-holder = Entrée seule : plus personne
roll-hint-why = par exemple : admise au point 3
roll-unread = { $count ->
    [one] encore 1 ligne non comprise
   *[other] encore { $count } lignes non comprises
}
roll-nobody = personne de ce nom ou numéro
roll-stranger = pas sur la liste
roll-empty = Personne sur cette liste. Elle s’écrit à l’ouverture de la réunion.
roll-quorum = Quorum
roll-quorum-none = { $there } sur { $eligible }, aucun quorum requis
roll-there = { $represented ->
    [0] { $there } sur { $needed } requis
    [one] { $present } + 1 procuration = { $there } sur { $needed } requis
   *[other] { $present } + { $represented } procurations = { $there } sur { $needed } requis
}
roll-proxies = procurations
roll-guests = invités
roll-eligible = sur la liste
roll-all = tous
roll-left-at = parti à { $time }
roll-votes-for = vote pour { $who }
roll-votes-no-more = ne vote plus pour { $who }
roll-voted-by = { $who } vote
roll-void = { $who } absent : sans voix
roll-guest-new = Nouvel invité
roll-key-present = présent
roll-key-absent = absent
roll-key-holder = vote
roll-key-why = sur la liste
roll-key-back = la réunion
roll-key-again = de nouveau absent
roll-said-present = { $time ->
    [none] { $who } : présence inscrite.
   *[other] { $who } : présence inscrite à { $time }.
}
roll-said-left = { $who } : départ inscrit{ $time ->
    [none] {""}
   *[other] {" "}à { $time }
}.{ $count ->
    [0] {""}
    [one] {" "}La procuration de { $givers } ne compte plus.
   *[other] {" "}Les procurations de { $givers } ne comptent plus.
}
roll-said-excused = { $who } : excuse inscrite.
roll-said-absent = { $who } : absence inscrite.
roll-said-proxy = { $holder } vote pour { $who }.
roll-said-withdrawn = Plus personne ne vote pour { $who }.
roll-said-added = { $who } : sur la liste, et présence inscrite.
roll-said-all = { $count ->
    [one] 1 présence de plus. Et maintenant : qui manque ?
   *[other] { $count } présences de plus. Et maintenant : qui manque ?
}
roll-said-guest-gone = { $name } n’est plus parmi les invités.
say-saving-first = Les dernières lignes s’enregistrent encore. Appuyez de nouveau dans un instant.
ask-proxy-limit = Une procuration de trop ?
ask-proxy-limit-lines = Entrée l’inscrit quand même, avec la mention que la règle est dépassée. Échap : non.
err-proxy-limit = { $name } vote déjà pour { $held } { $held ->
    [one] membre absent
   *[other] membres absents
} ; la règle de cette réunion en permet { $limit }.
err-proxy-same = { $holder } vote déjà pour { $name }.
err-proxy-none = { $name } n’a pas donné de procuration.
err-roll-number = Personne n’a le numéro { $typed }. Regardez la carte, ou tapez un bout du nom.
err-roll-name = Personne ne s’appelle « { $typed } ». Tapez un autre bout du nom, ou le numéro.
err-roll-present = { $time ->
    [none] { $name } est déjà dans la salle.
   *[other] { $name } est déjà dans la salle, depuis { $time }.
}
err-roll-absent = { $name } n’est pas dans la salle.
err-roll-excused = { $name } a déjà une excuse.
err-roll-left = { $time ->
    [none] { $name } est venu(e), puis parti(e).
   *[other] { $name } est venu(e), puis parti(e) à { $time }.
}
err-roll-nobody-missing = Tous sont présents, excusés, représentés ou partis.
err-roll-not-open = L’appel se fait une fois la réunion ouverte.
err-roll-reason = Écrivez pourquoi : par exemple, admise au point 3.
err-roll-status = { $name } ne peut pas voter : { $status }.
err-roll-twice = Ce membre est déjà sur la liste.
