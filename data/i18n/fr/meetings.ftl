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
hint-meeting-title = vide : le type de réunion
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
presence-absent-F = absente
presence-present-F = présente
presence-excused-F = excusée
presence-left-F = partie

rule-notice = Délai de convocation
rule-notice-second = Délai, 2e convocation
rule-quorum = Quorum
rule-quorum-second = Quorum, 2e convocation
rule-majority = Majorité
rule-proxies = Procurations
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

# Procès-verbal : la saisie
minutes-title = PV
minutes-draft = brouillon { $time }
minutes-saved = Enregistré : { $item }
minutes-motion = Résolution { $number }
minutes-for = pour { $count }
minutes-against = contre { $count }
minutes-abstained = abstentions { $count }
minutes-blank = blancs { $count }
minutes-no-vote = PAS ENCORE VOTÉE
minutes-vote = Voter : { $motion }
minutes-new-motion = Un nouveau projet de résolution
minutes-insert = Insérer une donnée ou une phrase
minutes-who = Qui parle ?
minutes-nobody = Personne au registre ne porte le numéro { $number } ; le texte reste comme vous l’avez tapé.
minutes-nobody-called = Personne au registre ne s’appelle « { $name } » ; le texte reste comme vous l’avez tapé.
minutes-write-first = Écrivez quelques mots et enregistrez-les d’abord (Ctrl-S) : le point figurera alors à l’ordre du jour.
minutes-find = Chercher
minutes-not-found = « { $text } » ne figure pas dans ce point. La recherche des réunions (w) regarde dans tous les procès-verbaux.
minutes-empty = pas de texte
minutes-merged = Quelqu’un d’autre a aussi écrit dans ce point ; les deux textes y figurent. Relisez-le.
minutes-version = Version { $version }
minutes-version-frozen = figée le { $day }, témoins { $words }
minutes-version-back = reprise le { $day } : { $reason }
minutes-piece = Passage { $number }
minutes-search = recherche dans les procès-verbaux
minutes-search-how = Tapez des mots d’un procès-verbal ou d’une résolution ; accents et terminaisons ne comptent pas.
minutes-search-none = Rien trouvé. Moins de mots, ou seulement le début d’un mot, donnent davantage.
home-draft-minutes = Brouillon, PV : { $name }
home-draft-step = Brouillon : { $name }

# Données qui figurent dans un procès-verbal
record-attendance = Présences
record-quorum = Quorum
record-actions = Actions
record-carried = Actions ouvertes des réunions précédentes
record-nothing = néant
record-no-roll = l’appel nominal n’est pas encore ouvert
record-due = pour le { $day }

# Qui parle
speaker-woman = Mme { $name }
speaker-man = M. { $name }
speaker-unknown = { $name }

# Phrases de procès-verbal
phrase-opening = La séance est ouverte à { $opened } sous la présidence de { $chair } ; { $secretary } assure le secrétariat.
phrase-opening-thanks = Le président de séance souhaite la bienvenue aux participants et les remercie de leur présence.
phrase-bureau = L’assemblée désigne { $chair } à la présidence et { $secretary } au secrétariat de la séance.
phrase-quorum = Il est procédé à l’appel nominal. Le président de séance constate que la réunion peut valablement délibérer.
phrase-agenda = L’ordre du jour est lu et adopté sans modification.
phrase-agenda-added = L’ordre du jour est adopté après ajout du point suivant : …
phrase-minutes = Le procès-verbal de la réunion précédente est lu et adopté sans observation.
phrase-minutes-changed = Le procès-verbal de la réunion précédente est adopté avec la rectification suivante : …
phrase-carried = La réunion prend acte de ce qui a été fait depuis la dernière séance :
phrase-report = Lecture est donnée du rapport. La réunion en débat et en prend acte.
phrase-accounts = Les comptes de l’exercice sont présentés et expliqués poste par poste.
phrase-treasurer = Le trésorier présente le solde de la caisse et du compte bancaire : …
phrase-elections = Les candidats sont : … Les scrutateurs dépouillent les votes devant tous.
phrase-admissions = La réunion examine les demandes d’adhésion de : …
phrase-nothing = Aucune autre question n’est soulevée.
phrase-closing = L’ordre du jour étant épuisé, le président lève la séance à { $closed }.
phrase-presents = … présente le point.
phrase-asks = … demande …
phrase-answers = … répond que …
phrase-agreed = Après échange de vues, la réunion convient de …
phrase-postponed = Le point est reporté à la prochaine réunion.

# Procès-verbaux figés, signés, rectifiés
gap-not-closed = La réunion n’est pas terminée : clôturez d’abord l’appel nominal.
gap-no-chair = Personne n’est désigné à la présidence de la séance.
gap-no-secretary = Personne n’est désigné au secrétariat de la séance.
gap-no-vote = { $count ->
    [one] La résolution { $numbers } n’a pas été votée : votez-la ou retirez-la.
   *[other] Les résolutions { $numbers } n’ont pas été votées : votez-les ou retirez-les.
}
sign-gaps = Avant la signature du procès-verbal
sign-freeze = Figer le procès-verbal ?
sign-freeze-number = Le procès-verbal reçoit le numéro { $number } au registre de : { $organ } (version { $version }).
sign-freeze-again = Le procès-verbal garde le numéro { $number } au registre de : { $organ }, et devient la version { $version }, qui remplace la précédente.
sign-freeze-what = Dès lors, ordre du jour, appel, résolutions et texte ne changent plus. Imprimez-le, faites-le signer, puis inscrivez la signature. Jusque-là il peut être repris.
sign-day-to-come = La réunion porte la date du { $day }, qui est encore à venir. Échap, puis e corrige la date.
sign-unfilled = { $count ->
    [one] Le point { $places } a un blanc à remplir : … ou @ devant un nom.
   *[other] Les points { $places } ont des blancs à remplir : … ou @ devant un nom.
}
sign-empty = { $count ->
    [one] Le point { $places } est sans texte.
   *[other] Points sans texte : { $places }.
}
sign-writing = { $user } n’a pas encore enregistré ce qui s’écrit au point : { $item }.
sign-frozen = Le procès-verbal est figé sous le numéro { $number }. Imprimez-le pour la signature.
sign-sign = Signature à l’encre
sign-back = Reprendre avant la signature
sign-correct = Rectification
sign-number = n° { $number }
sign-none = Aucun procès-verbal de cet organe n’est encore signé. Celui qui n’est pas signé se reprend et se modifie.
sign-signed = La signature est inscrite ; ce procès-verbal ne change plus.
sign-taken-back = Le procès-verbal peut de nouveau être modifié ; il garde son numéro.
sign-corrected = La rectification est inscrite ; le procès-verbal la montre.
field-signed_on = Signé le
field-signed_by = Signé par
field-register_page = Page du registre
hint-signed-by = qui a signé à l’encre
hint-register-page = du registre papier
hint-scan = scan ou photo, si disponible
hint-back-reason = ce qu’il faut changer
err-minutes-signed = Ce procès-verbal est signé. Une erreur s’y corrige par une rectification.
err-sign-frozen = Le procès-verbal doit être figé avant d’être signé.
err-correct-unsigned = Ce procès-verbal n’est pas encore signé : reprenez-le et modifiez-le.
# Organes et fonctions
sort-entered = par ordre de saisie
organs-empty = Pas encore d’organe : n inscrit le premier, l’assemblée générale.
organ-meets = Se réunit
organ-last = Dern. PV
organ-filled = { $count } sur { $seats }
organ-seats = { $count } sur { $seats ->
    [one] 1 siège
   *[other] { $seats } sièges
}
organ-people = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
organ-next = Prochain PV
organ-next-number = n° { $number }
organ-offices = En fonction
organ-nobody = Personne n’a de fonction dans cet organe. n en ajoute une.
organ-past = Mandats terminés
organ-rules = Règles
organ-minutes = PV n° { $number }
organ-end = mettre fin
mandate-coming = pas encore commencé
member-offices = Fonctions
cmd-organs = organes

term-open = sans terme
term-until = jusqu’au { $day }
warn-mandate-held = { $office }, { $organ } : { $name } exerce cette fonction { $term }.
warn-mandate-seats = { $organ } : { $seats ->
    [one] 1 siège
   *[other] { $seats } sièges
}, et { $count } personnes y siégeraient.
warn-mandate-long = { $organ } : un mandat dure { $months } mois, donc jusqu’au { $day } au plus.
warn-mandate-over = Ce mandat a pris fin le { $day }.
warn-mandate-status = { $name } n’est pas membre actif : { $status }.
warn-mandate-both = { $name } siège déjà : { $organ } ({ $office }). Qui contrôle ne doit pas gérer. { $source }.
warn-mandate-kin = { $name } et { $other } sont parents ({ $relation }) ; { $other } siège : { $organ } ({ $office }). { $source }.

err-who-none = Personne ne correspond à « { $text } ». Tapez le numéro ou une partie du nom.
err-who-many = Plusieurs personnes correspondent à « { $text } ». Choisissez dans la liste ou tapez le numéro.

# Les règles en toutes lettres
rule-own = votre propre règle
rule-own-at = vos statuts, { $reference }
rule-source = { $reference }, { $certainty }
rule-value = { $value }
rule-days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
}
rule-most = { $count ->
    [0] aucune
    [one] 1 au plus
   *[other] { $count } au plus
}
share-least = au moins { $name ->
    [half] la moitié
    [third] un tiers
    [two-thirds] les deux tiers
    [quarter] un quart
    [three-quarters] les trois quarts
   *[other] { $fraction }
}
share-more = plus { $name ->
    [half] de la moitié
    [third] d’un tiers
    [two-thirds] des deux tiers
    [quarter] d’un quart
    [three-quarters] des trois quarts
   *[other] de { $fraction }
}
share-all = la totalité
share-nobody = quel que soit le nombre
share-somebody = au moins une personne
majority-words = { $share } { $base }

# Les règles dans les réglages
setting-bylaws = Règles des organes et des votes
setting-bylaws-own = { $count ->
    [0] celles de la forme juridique
    [one] 1 règle propre
   *[other] { $count } règles propres
}
field-article = Article de vos statuts
field-base = Base de calcul
hint-article = art. 31
hint-share = 1/2, 2/3 ; >1/2 plus de la moitié
hint-share-second = 1/4 ; 0 quel que soit le nombre
hint-days = jours entiers
hint-proxies = 0 pour aucune
bylaw-of = Une règle pour
bylaw-new = nouvelle règle
bylaw-back = règle de la forme
bylaw-silent = rien de réglé
bylaw-form-says = forme juridique : { $rule }
bylaw-saved = Enregistré : { $rule }
bylaw-removed = La règle de la forme juridique vaut de nouveau
bylaw-not-own = C’est la règle de la forme juridique. Entrée la remplace par celle de vos statuts.
ask-bylaw-back = Revenir à la règle de la forme juridique ?
bylaw-back-lines = { $rule } : ce que disent vos statuts est retiré. L’historique le garde.
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
meeting-number = PV n° { $number }
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
needed-there = il en faut { $needed } sur { $eligible } ({ $share })
needed-there-by = il en faut { $needed } sur { $eligible } ({ $share } ; { $source })
notice-due = à donner au plus tard le { $due }, { $asked } jours avant ({ $source })
notice-missed = non donnée ; il le fallait au plus tard le { $due }, { $asked } jours avant ({ $source })
again-had-quorum = La première réunion avait son quorum : ce qu’elle a décidé reste valable.

ask-open-meeting = Ouvrir l’appel ?
open-lines = { $count ->
    [one] { $count } personne peut voter ; la liste est arrêtée telle qu’elle est.
   *[other] { $count } personnes peuvent voter ; la liste est arrêtée telle qu’elle est.
}
open-quorum = Quorum : { $text }
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
warn-name-short = « { $text } » reste écrit ainsi. S’il s’agit d’un membre, écrivez le numéro : { $names }.
err-again-early = Seule une réunion tenue peut être convoquée une deuxième fois. Levez d’abord la séance : o.
err-meeting-begun = L’appel de cette réunion est ouvert : l’organe et le type restent ce qu’ils sont.
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
warn-admit-statutes = Aucune résolution de cette assemblée n’a adopté les statuts. Mettez-les d’abord aux voix, ou admettez les fondateurs quand même.
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
roll-present = présents
roll-excused = excusés
roll-left = partis
roll-proxies = procurations
roll-guests = invités
roll-eligible = sur la liste
roll-all = tous
roll-left-at = parti à { $time }
roll-votes-for = vote pour { $who }
roll-votes-no-more = { $who } sans voix
roll-voted-by = { $who } vote
roll-void = { $who } absent : sans voix
roll-guest-new = Nouvel invité
roll-key-present = présent
roll-key-absent = absent
roll-key-holder = vote
roll-key-why = sur la liste
roll-key-back = la réunion
roll-key-all = tous là
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

# Projets de résolution, votes et actions
act-motion-save = projet de résolution inscrit
act-motion-vote = vote enregistré
act-motion-withdraw = projet de résolution retiré
act-action-save = action inscrite
act-action-settle = suite donnée à une action

area-meetings-motion = résolution
motion-new = nouveau projet
motion-vote = vote
motion-for = Pour
motion-against = Contre
motion-abstained = Abstentions
motion-blank = Blancs
motion-method = Mode
motion-reason = Motif du retrait
motion-conflicts = Ne vote pas
motion-voters = Votants
motion-quorum = Quorum
motion-majority = Majorité
motion-needed = Il faut
motion-outcome = En l’état
motion-saved = Projet de résolution inscrit.
motion-voted = Résolution { $number } : { $outcome }
motion-voters-line = { $voters } = { $present } présents{ $represented ->
    [0] {""}
   *[other] {" "}+ { $represented } par procuration
}{ $conflicted ->
    [0] {""}
   *[other] {" "}− { $conflicted } ne votant pas
}
motion-quorum-met = { $there } pour { $needed } requis, { $eligible } inscrits
motion-quorum-missed = SANS QUORUM : { $there } pour { $needed } requis, { $eligible } inscrits
motion-needed-line = { $needed } sur { $of }, { $rule }
motion-marks = des chiffres, ou u unanimité · e évidente · r retirée
motion-would-short = { $outcome }, il manque { $count ->
    [one] une voix
   *[other] { $count } voix
}
motion-would-silent = { $outcome } · { $count } n’ont pas voté
motion-would-evident = { $outcome }, majorité évidente, sans décompte
motion-again = Ce projet a déjà été mis aux voix : { $outcome }. Le nouveau vote le remplace ; le précédent reste dans l’historique.
motion-amendments-open = { $count ->
    [one] L’amendement n° { $numbers } n’a pas encore été mis aux voix.
   *[other] Les amendements n° { $numbers } n’ont pas encore été mis aux voix.
}

hint-conflict = numéros ou noms
hint-votes = ou u, e, r
hint-withdrawn = avec r
hint-result = ce qui en est résulté

field-result = Résultat
field-action_state = État
actions-empty = Rien à faire. Les actions s’inscrivent sur la page d’une réunion.
action-saved = Action inscrite.
action-settled = { $state } : { $what }
action-settle = suite donnée
filter-actions-open = à faire
filter-actions-overdue = en retard
filter-actions-settled = faites ou abandonnées
sort-due = par échéance
sort-meeting = par réunion
column-meeting = Réunion
cmd-actions = actions à mener
home-draft-motion = Brouillon : projet de résolution { $name }
home-draft-vote = Brouillon : vote { $name }
home-draft-action = Brouillon : action { $name }

err-person-number = Personne sur la liste ne porte le numéro { $number }.
err-person-name = Personne sur la liste ne s’appelle « { $text } ». Un numéro ou un morceau du nom suffit.
err-person-names = « { $text } », c’est { $one } ou { $other }. Écrivez le numéro.
err-amends = Il n’y a pas de projet { $number } avant celui-ci.
err-amends-decided = Le projet { $number } est déjà tranché : plus rien n’y change.
err-voters-none = Personne dans la salle ne peut voter ce projet.
err-votes-none = Aucune voix n’est comptée. Tapez les voix pour, contre, les abstentions ou les blancs.
err-votes-unanimous = { $votes } voix sur { $voters }, ce n’est pas l’unanimité. Choisissez comment les voix ont été comptées.
err-evident-method = Une majorité peut être déclarée évidente à main levée ou par assis et levé. Ici, comptez les voix.
err-evident-rule = La règle n’est pas ici la majorité simple des voix : comptez les voix.
err-evident-counted = Ou bien e pour une majorité évidente, ou bien des chiffres.
err-withdrawn-reason = Un motif ne se donne que pour un projet retiré : tapez r dans le premier champ, ou laissez le motif vide.
err-majority-none = Aucune règle ne dit combien de voix il faut pour ce type de projet. Inscrivez-la dans les statuts.
err-meeting-dropped = Cette réunion n’a pas été tenue.
err-motion-withdrawn = Ce projet a été retiré.
err-motion-voted = Ce projet a été mis aux voix : son texte reste. Un nouveau vote est possible, ou un autre projet.
err-motion-item = Mettez le curseur sur un point de l’ordre du jour, puis m.
err-motion-stays = Seul le dernier projet d’une réunion peut être retiré de la liste, avant tout vote. Sinon, notez-le retiré.
err-conflict-roll = { $name } n’est pas sur la liste de cette réunion.

# Les votes en toutes lettres, pour les procès-verbaux
words-resolution = Résolution n° { $number } : { $text }
words-amendment = Résolution n° { $number }, amendement à la résolution n° { $amends }. Le texte deviendrait : « { $text } ».
words-moved = Proposée par { $mover }.
words-seconded = Appuyée par { $seconder }.
words-moved-seconded = Proposée par { $mover }, appuyée par { $seconder }.
words-amended = Le texte proposé était : « { $before } » ; { $count ->
    [one] l’amendement n° { $numbers }, adopté, en a fait
   *[other] les amendements n° { $numbers }, adoptés, en ont fait
} celui qui a été mis aux voix.
words-withdrawn = La résolution est RETIRÉE par son auteur.
words-withdrawn-because = La résolution est RETIRÉE par son auteur : { $reason }
words-not-voted = La résolution n’a pas été mise aux voix.
words-by-hands = {" à main levée"}
words-by-secret = {" au scrutin secret"}
words-by-stand = {" par assis et levé"}
words-by-names = {" par appel nominal"}
words-by-nothing = {""}
words-for = { $count ->
    [one] { $count } voix pour
   *[other] { $count } voix pour
}
words-against = { $count } voix contre
words-abstained = { $count ->
    [one] { $count } abstention
   *[other] { $count } abstentions
}
words-blank = { $count ->
    [one] { $count } bulletin blanc
   *[other] { $count } bulletins blancs
}
words-and = { $first } et { $last }
words-votes = Mise aux voix{ $by }, la résolution recueille { $votes }, sur { $voters } ayants droit au vote.
words-silent = { $count ->
    [one] L’un d’eux ne s’est pas prononcé.
   *[other] { $count } d’entre eux ne se sont pas prononcés.
}
words-unanimous = Mise aux voix{ $by }, la résolution est ADOPTÉE à l’unanimité des { $voters } votants présents ou représentés.
words-uncounted = Mise aux voix{ $by }, sans décompte.
words-evident-adopted = Mise aux voix{ $by }, sans décompte, la résolution est déclarée ADOPTÉE par le président de séance, à une majorité évidente.
words-evident-rejected = Mise aux voix{ $by }, sans décompte, la résolution est déclarée REJETÉE par le président de séance, à une majorité évidente.
words-adopted = La majorité requise, { $share } { $base } ({ $needed } sur { $of }{ $reference }), étant atteinte, la résolution est ADOPTÉE.
words-rejected = La majorité requise, { $share } { $base } ({ $needed } sur { $of }{ $reference }), n’étant pas atteinte, la résolution est REJETÉE.
words-nobody = Aucune voix n’étant exprimée pour ou contre, la résolution est REJETÉE.
words-no-quorum = Le quorum requis, { $share } des membres ({ $needed } sur { $eligible }{ $reference }), n’étant pas atteint, { $there } étant présents ou représentés, ce vote est enregistré SANS QUORUM et ne décide rien.
words-reference = , { $reference }
words-of-votes = des voix exprimées pour et contre
words-of-cast = des suffrages, bulletins blancs compris
words-of-present = des membres présents ou représentés
words-of-members = de tous les membres
words-person = { $sex ->
    [F] Mme { $name }
    [M] M. { $name }
   *[other] { $name }
}
words-conflict = { $count ->
    [one] { $names }, en situation de conflit d’intérêts, n’a pas pris part au vote.
   *[other] { $names }, en situation de conflit d’intérêts, n’ont pas pris part au vote.
}
words-there = Sur { $eligible } membres, { $present ->
    [one] { $present } est présent
   *[other] { $present } sont présents
} et { $represented } { $represented ->
    [one] représenté
   *[other] représentés
}, soit { $there }.
words-quorum-any = Sur deuxième convocation, la réunion délibère quel que soit le nombre des présents.
words-quorum-met = Le quorum requis, { $share } des membres ({ $needed }{ $reference }), est atteint : la réunion peut valablement délibérer.
words-quorum-met-second = Le quorum requis sur deuxième convocation, { $share } des membres ({ $needed }{ $reference }), est atteint : la réunion peut valablement délibérer.
words-quorum-missed = Le quorum requis, { $share } des membres ({ $needed }{ $reference }), n’est pas atteint : la réunion ne peut pas valablement délibérer.
words-women = { $count ->
    [one] { $count } femme
   *[other] { $count } femmes
}
words-men = { $count ->
    [one] { $count } homme
   *[other] { $count } hommes
}
words-sex-unknown = { $count ->
    [one] { $count } non précisé
   *[other] { $count } non précisés
}
words-present = Présents : { $count }{ $by_sex }.
words-represented = Représentés par procuration : { $count }{ $by_sex }.
words-excused = Excusés : { $count }{ $by_sex }.
words-left = Partis avant la fin : { $count }{ $by_sex }.
words-guests = Invités : { $count }{ $by_sex }.

# Projets de résolution, votes et actions
motion-would-all = { $outcome }, { $voters } pour : unanimité
column-due = Échéance

# Les votes en toutes lettres, pour les procès-verbaux
words-amendment-adopted = Résolution n° { $number }, amendement à la résolution n° { $amends }. Le texte devient : « { $text } ».

# La convocation, la page d'une réunion, les fondateurs

# Projets de résolution, votes et actions

# La convocation, la page d'une réunion, les fondateurs
sign-print = Imprimer
