# Bodies, offices, meetings, motions and minutes.
noun-organ = Body
nouns-organ = Bodies
noun-mandate = Term of office
nouns-mandate = Terms of office
noun-meeting = Meeting
nouns-meeting = Meetings
noun-agenda_item = Agenda item
nouns-agenda_item = Agenda
noun-guest = Guest
nouns-guest = Guests
noun-motion = Motion
nouns-motion = Motions
noun-action = Action
nouns-action = Actions
noun-correction = Correction
nouns-correction = Corrections

field-seats = Seats
field-term_months = Term, months
field-last_number = Last number on paper
field-organ = Body
field-mandate_office = Post
field-votes = Votes
field-ended_on = Ended on
field-ended_reason = Why it ended
field-title = Title
field-held_on = Day
field-time = Time
field-place = Place
field-notice_on = Notice given on
field-channel = Notice given by
field-called_by = Called by
field-chair = Chair
field-secretary = Secretary
field-tellers = Tellers
field-presenter = Presented by
field-duration = Minutes
field-quality = As
field-organisation = From
field-mover = Moved by
field-seconder = Seconded by
field-amends = Amends motion
field-what = What
field-who = Who

hint-term = 36 for three years
hint-last-number = 0 when the book begins here
hint-meeting-title = empty: the kind of meeting
hint-time = 9:30
hint-notice-on = day the notice went out
hint-person = number or name
hint-persons = numbers or names, commas between
hint-duration = minutes
hint-quality = mayor, SAEMAPE agent…
hint-amends = number of the motion

organ-assembly = General assembly
organ-committee = Management committee
organ-board = Board of directors
organ-control = Supervisory committee
organ-conflicts = Disputes committee
organ-safety = Safety and environment committee
organ-credit = Credit committee
organ-women = Women’s committee
organ-teams = Team leaders
organ-other = Other body

office-chair = Chair
office-vice_chair = Vice-chair
office-secretary = Secretary
office-deputy_secretary = Deputy secretary
office-treasurer = Treasurer
office-deputy_treasurer = Deputy treasurer
office-adviser = Adviser
office-auditor = Auditor
office-women_rep = Women’s representative
office-team_leader = Team leader
office-manager = Manager
office-seat = Member

end-resigned = Resigned
end-removed = Removed
end-left = Left the cooperative
end-died = Died
end-replaced = Replaced

meeting-founding = Founding assembly
meeting-annual = Annual assembly
meeting-ordinary = Ordinary meeting
meeting-extraordinary = Extraordinary meeting
meeting-monthly = Monthly meeting
meeting-other = Other meeting

channel-letter = Letter against receipt
channel-poster = Poster
channel-oral = By word of mouth
channel-phone = Telephone or message
channel-newspaper = Newspaper
channel-radio = Radio

item-opening = Opening
item-bureau = Chair and secretary of the meeting
item-quorum = Roll call and quorum
item-agenda = Adoption of the agenda
item-minutes = Minutes of the last meeting
item-carried = Follow-up of decisions
item-report = Management report
item-control = Report of the supervisory committee
item-accounts = Accounts of the year
item-allocation = Use of the surplus
item-programme = Programme of activities
item-budget = Budget
item-statutes = Statutes
item-rules = Internal rules
item-capital = Shares subscribed
item-elections = Elections
item-admissions = Admissions
item-powers = Powers for the formalities
item-production = Production
item-treasury = Treasury
item-safety = Safety
item-subject = Subject
item-any_other = Any other business
item-closing = Closing

motion-ordinary = Ordinary
motion-election = Appointment
motion-admission = Admission
motion-exclusion = Exclusion
motion-statutes = Statutes
motion-contribution = Contribution in kind
motion-related = Deal with a leader
motion-dissolution = Dissolution or merger

method-hands = Show of hands
method-unanimous = Unanimous
method-secret = Secret ballot
method-stand = Standing vote
method-names = Roll-call vote

state-planned = planned
state-open = open
state-closed = minutes being written
state-to_sign = to sign
state-signed = signed
state-dropped = not held

action-open = to do
action-done = done
action-dropped = dropped

presence-absent = absent
presence-present = present
presence-excused = excused
presence-left = left
presence-absent-F = absent
presence-present-F = present
presence-excused-F = excused
presence-left-F = left

rule-notice = Notice
rule-notice-second = Notice, second call
rule-quorum = Quorum
rule-quorum-second = Quorum, second call
rule-majority = Majority
rule-proxies = Proxies per person
rule-fine = Fine for absence
rule-organ = Every body

base-votes = of the votes for and against
base-cast = of the votes cast, blank ones included
base-present = of those present or represented
base-members = of all members

outcome-adopted = ADOPTED
outcome-rejected = REJECTED
outcome-no_quorum = NO QUORUM
outcome-withdrawn = WITHDRAWN

certainty-T = read in the article
certainty-S = second hand
certainty-R = to be checked in your statutes

err-share = “{ $text }” is no fraction. Write 1/2, 2/3, or >1/2 for more than half.
err-majority = “{ $text }” is no majority. Write a fraction and out of what: 2/3 votes, >1/2 members.
err-votes-many = { $votes } votes were counted, but only { $voters } people may vote. Count again.
err-time = “{ $text }” is no time. Write 9:30 or 14:00.
err-organ = There is no body called { $name }. Choose one from the list.
err-notice-late = The notice cannot be given after the day of the meeting, { $day }.
err-proxy-self = { $name } cannot be their own proxy.
err-proxy-present = { $name } is here and votes in person.
err-proxy-holder = { $name } is not in the room. Only somebody present can hold a proxy.
err-minutes-frozen = The minutes of this meeting are frozen: nothing in them changes any more. Before they are signed they can be taken back; afterwards enter a correction.

# Minutes: the editor
minutes-title = minutes
minutes-draft = draft { $time }
minutes-saved = Saved: { $item }
minutes-motion = Motion { $number }
minutes-for = for { $count }
minutes-against = against { $count }
minutes-abstained = abstained { $count }
minutes-blank = blank { $count }
minutes-no-vote = NO VOTE YET
minutes-vote = Vote: { $motion }
minutes-new-motion = A new motion
minutes-insert = Insert a record or a phrase
minutes-who = Who speaks?
minutes-nobody = Nobody in the register bears number { $number }; it stays as you typed it.
minutes-nobody-called = Nobody in the register is called “{ $name }”; it stays as you typed it.
minutes-write-first = Write a few words and save them first (Ctrl-S): then this item stands on the agenda.
minutes-find = Find
minutes-not-found = “{ $text }” does not stand in this item. The search of the meetings (w) looks in all minutes.
minutes-empty = no text
minutes-merged = Somebody else has written in this item too; both texts are in it now. Read it through.
minutes-version = Version { $version }
minutes-version-frozen = frozen { $day }, witness words { $words }
minutes-version-back = taken back { $day }: { $reason }
minutes-piece = Passage { $number }
minutes-search = search in the minutes
minutes-search-how = Type words of minutes or motions; accents and endings do not matter.
minutes-search-none = Nothing found. Fewer words, or only the beginning of a word, find more.
home-draft-minutes = Draft, minutes: { $name }
home-draft-step = Draft: { $name }

# Records that stand in minutes
record-attendance = Attendance
record-quorum = Quorum
record-actions = Actions
record-carried = Open actions of earlier meetings
record-nothing = none
record-no-roll = the roll is not open yet
record-due = by { $day }

# People who speak
speaker-woman = Mrs { $name }
speaker-man = Mr { $name }
speaker-unknown = { $name }

# Phrases of minutes
phrase-opening = The meeting is opened at { $opened }, chaired by { $chair }; { $secretary } takes the minutes.
phrase-opening-thanks = The chair welcomes the participants and thanks them for coming.
phrase-bureau = The meeting appoints { $chair } as chair and { $secretary } as secretary of the meeting.
phrase-quorum = The roll is called. The chair finds that the meeting may validly decide.
phrase-agenda = The agenda is read out and adopted without change.
phrase-agenda-added = The agenda is adopted after this item was added: …
phrase-minutes = The minutes of the last meeting are read out and adopted without remark.
phrase-minutes-changed = The minutes of the last meeting are adopted with this correction: …
phrase-carried = The meeting takes note of what was done since the last meeting:
phrase-report = The report is read out. The meeting discusses it and takes note of it.
phrase-accounts = The accounts of the year are presented and explained line by line.
phrase-treasurer = The treasurer presents the balance of the cash box and of the bank account: …
phrase-elections = The candidates are: … The tellers count the votes in front of everybody.
phrase-admissions = The meeting examines the applications for membership of: …
phrase-nothing = Nothing else is raised.
phrase-closing = The agenda being exhausted, the chair closes the meeting at { $closed }.
phrase-presents = … presents the item.
phrase-asks = … asks …
phrase-answers = … answers that …
phrase-agreed = After discussion the meeting agrees to …
phrase-postponed = The item is postponed to the next meeting.

# Minutes that are frozen, signed, corrected
gap-not-closed = The meeting has not ended: close the roll first.
gap-no-chair = Nobody is named as chair of the meeting.
gap-no-secretary = Nobody is named as secretary of the meeting.
gap-no-vote = { $count ->
    [one] Motion { $numbers } has no vote: vote on it, or withdraw it.
   *[other] Motions { $numbers } have no vote: vote on them, or withdraw them.
}
sign-gaps = Before the minutes can be signed
sign-freeze = Freeze the minutes?
sign-freeze-number = The minutes get number { $number } in the minute book of: { $organ } (version { $version }).
sign-freeze-again = The minutes keep number { $number } in the minute book of: { $organ }, and become version { $version }, which replaces the one before.
sign-freeze-what = From then on agenda, roll, motions and text no longer change. Print them, have them signed, then enter the signature. Until they are signed they can be taken back.
sign-day-to-come = The meeting is dated { $day }, which is still to come. Esc, then e corrects the day.
sign-unfilled = { $count ->
    [one] Item { $places } has a gap left: … or @ before a name.
   *[other] Items { $places } have gaps left: … or @ before a name.
}
sign-empty = { $count ->
    [one] Item { $places } has no text.
   *[other] Items without text: { $places }.
}
sign-writing = { $user } has not saved yet what is being written in: { $item }.
sign-frozen = The minutes are frozen under number { $number }. Print them to be signed.
sign-sign = Signature in ink
sign-back = Take back before they are signed
sign-correct = Correction
sign-number = no. { $number }
sign-none = No minutes of this body are signed yet. Minutes that are not signed are taken back and changed.
sign-signed = The signature is written down; these minutes no longer change.
sign-taken-back = The minutes can be changed again; they keep their number.
sign-corrected = The correction is written down; the minutes show it.
field-signed_on = Signed on
field-signed_by = Signed by
field-register_page = Page of the register
hint-signed-by = who signed in ink
hint-register-page = of the paper register
hint-scan = scan or photo; may be empty
hint-back-reason = what must be changed
err-minutes-signed = These minutes are signed. What is wrong in them is put right by a correction.
err-sign-frozen = The minutes must be frozen before they can be signed.
err-correct-unsigned = These minutes are not signed yet: take them back and change them.
# Bodies and offices
sort-entered = as entered
organs-empty = No body yet: n enters the first, such as the general assembly.
organ-meets = Meets next
organ-last = Minutes
organ-filled = { $count } of { $seats }
organ-seats = { $count } of { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
organ-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
organ-next = Next minutes
organ-next-number = No. { $number }
organ-offices = In office
organ-nobody = Nobody holds a post in this body. n adds one.
organ-past = Held before
organ-rules = Rules
organ-minutes = minutes No. { $number }
organ-end = end
mandate-coming = not begun
member-offices = Posts
cmd-organs = bodies

term-open = with no end
term-until = until { $day }
warn-mandate-held = { $office } of { $organ }: { $name } holds this post { $term }.
warn-mandate-seats = { $organ } has { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}; { $count } people would sit in it.
warn-mandate-long = A term in { $organ } takes { $months } months: until { $day } at most.
warn-mandate-over = This term was over on { $day }.
warn-mandate-status = { $name } is not an active member: { $status }.
warn-mandate-both = { $name } sits in { $organ } ({ $office }). Whoever controls should not manage. { $source }.
warn-mandate-kin = { $name } and { $other } are kin ({ $relation }); { $other } sits in { $organ } ({ $office }). { $source }.

err-who-none = Nobody is found by “{ $text }”. Type the number or part of the name.
err-who-many = Several people are found by “{ $text }”. Choose one from the list, or type the number.

# Rules in words
rule-own = rule of your own
rule-own-at = your statutes, { $reference }
rule-source = { $reference }, { $certainty }
rule-value = { $value }
rule-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
rule-most = { $count ->
    [0] none
    [one] 1 at most
   *[other] { $count } at most
}
share-least = at least { $name ->
    [half] half
    [third] a third
    [two-thirds] two thirds
    [quarter] a quarter
    [three-quarters] three quarters
   *[other] { $fraction }
}
share-more = more than { $name ->
    [half] half
    [third] a third
    [two-thirds] two thirds
    [quarter] a quarter
    [three-quarters] three quarters
   *[other] { $fraction }
}
share-all = all
share-nobody = whoever is there
share-somebody = at least one
majority-words = { $share } { $base }

# Rules in the settings
setting-bylaws = Rules of bodies and votes
setting-bylaws-own = { $count ->
    [0] those of the legal form
    [one] 1 of your own
   *[other] { $count } of your own
}
field-article = Article of your statutes
field-base = Out of what
hint-article = art. 31
hint-share = 1/2, 2/3; >1/2 is more than half
hint-share-second = 1/4; 0 is whoever is there
hint-days = whole days
hint-proxies = 0 for none
bylaw-of = A rule for
bylaw-new = new rule
bylaw-back = back to the legal form
bylaw-silent = nothing ruled
bylaw-form-says = legal form: { $rule }
bylaw-saved = Saved: { $rule }
bylaw-removed = The rule of the legal form holds again
bylaw-not-own = This is the rule of the legal form. Enter changes it to that of your statutes.
ask-bylaw-back = Back to the rule of the legal form?
bylaw-back-lines = { $rule }: what your statutes say is taken out. The history keeps it.
# Calling a meeting, its page, its founders
meetings-empty = No meeting yet. n calls the first one.
meeting-new = new meeting
meeting-second = second call
meeting-drop = not held
meeting-saved = Saved: the meeting
meeting-called = The meeting is called. Enter opens it.
meeting-opened = The roll is open.
meeting-closed = The meeting is closed.
meeting-dropped = Entered: this meeting is not held.
meeting-next = Next
meeting-notice = Notice
meeting-first = First call
meeting-second-call = Second call
meeting-present = Present
meeting-proxies = Represented
meeting-excused = Excused
meeting-opened-at = opened { $time }
meeting-closed-at = closed { $time }
meeting-number = minutes No. { $number }
meeting-signed-by = signed by { $by }, { $day }
field-state = State
column-minutes = No.
filter-coming = To come
filter-to-write = Minutes to write
filter-to-sign = To sign
filter-signed = Signed
filter-dropped = Not held
sort-day = by day
sort-organ = by body
sort-minutes = by number
item-minutes-long = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
item-written = minutes written

next-founders = r lists the founders: nobody has signed yet.
next-notice = Give the notice by { $due }; the meeting is on { $day }.
next-wait = On { $day }, o opens the roll.
next-open = o opens the roll.
next-roll = r calls the roll: { $there } of { $needed } needed are there.
next-motions = r calls the roll, m puts a motion, o closes the meeting.
next-write = Enter on an item writes its minutes; o freezes them to be signed.
next-sign = Print the minutes and let them be signed; o enters the signature.
next-signed = The minutes are signed. What is wrong in them is entered as a correction: n.
next-dropped = This meeting was not held.

call-in-time = { $days ->
    [one] 1 day before
   *[other] { $days } days before
}: in time, { $asked } are asked for ({ $source })
call-late = { $days ->
    [one] 1 day before
   *[other] { $days } days before
}: too late, { $asked } are asked for ({ $source })
call-due = to be given by { $due }, { $asked } days before ({ $source })
call-missed = not given; it was due by { $due }, { $asked } days before ({ $source })
call-doubt = Notice: { $what }
call-no-agenda = The agenda says nothing of what the meeting is about: a notice without an agenda can be void.
needed-there = { $needed } of { $eligible } must be there ({ $share })
needed-there-by = { $needed } of { $eligible } must be there ({ $share }; { $source })
notice-due = to be given by { $due }, { $asked } days before ({ $source })
notice-missed = not given; it was due by { $due }, { $asked } days before ({ $source })
again-had-quorum = The first call had its quorum: what it decided stands.

ask-open-meeting = Open the roll?
open-lines = { $count ->
    [one] One person may vote; the roll is written down as it is now.
   *[other] { $count } people may vote; the roll is written down as it is now.
}
open-quorum = Quorum: { $text }
open-other-day = The meeting is called for { $day }; today is { $today }.
ask-close-meeting = Close the meeting?
close-lines = It ends at { $time }. Who is there and what was voted stays as it is.
close-no-quorum = There is no quorum. c calls a second meeting with its own notice and quorum.
close-fine = Who is absent without excuse owes { $fine }.
ask-drop-meeting = Not held?
meeting-drop-lines = { $meeting }: enter that it is not held. The history keeps it, and u brings it back.

founders-title = Founders
founders-empty = Nobody has signed yet.
founders-admit = admit the founders
founder-who = Who signs?
founder-added = Signed: { $name }
founder-removed = Off the list: { $name }
founder-applicant = applicant: Down chooses
founder-shares = { $count ->
    [one] 1 share
   *[other] { $count } shares
}
hint-founder = surname post-name given name, f or m, shares. Enter adds.

err-nobody = Nobody bears the number { $number }. Type a name, or look the number up under Members.
warn-name-short = “{ $text }” stays as it is written. If a member is meant, write the number: { $names }.
err-again-early = Only a meeting that was held can be called a second time. Close it first with o.
err-meeting-begun = The roll of this meeting is open: body and kind stay what they are.
err-drop-held = This meeting was opened: it was held. Undo the opening first.
err-item-stays = “{ $title }” stands on every agenda.
err-item-used = “{ $title }” has minutes, motions or actions. Take those out first.
err-no-founders = Nobody stands on the founders’ list. r opens it.
err-no-voters = There is no active member who could vote.
err-no-holders = Nobody holds an office in { $organ }. Enter the terms of office first.
err-roll-closed = The roll is not open yet: o opens it.
err-not-founding = This is no founding assembly.
err-founders-fixed = The roll is open: the order of signing stays.
err-founder-twice = { $name } stands on the list already.
err-founders-admitted = No founder waits for admission.
err-admit-early = Founders are admitted when the meeting has begun and adopted the statutes.
warn-admit-statutes = No motion of this meeting has adopted the statutes. Put them to the vote first, or admit the founders all the same.
# The roll call at the door
roll-title = roll call
roll-opened = opened { $time }
roll-closed = closed { $time }
roll-arrives = Who arrives?
roll-missing = Who is missing?
roll-holder = Who votes for { $who }?
roll-why = Why does { $who } vote here?
roll-hint = Type a number or a piece of a name, or read a card; then Enter.
roll-hint-holder = Enter alone: nobody any more
roll-hint-why = for example: admitted at item 3
roll-unread = { $count ->
    [one] 1 more line was not understood
   *[other] { $count } more lines were not understood
}
roll-nobody = nobody found
roll-stranger = not on the roll
roll-empty = Nobody stands on this roll. It is written when the meeting is opened.
roll-quorum = Quorum
roll-quorum-none = { $there } of { $eligible }, no quorum is asked for
roll-there = { $represented ->
    [0] { $there } of { $needed } needed
    [one] { $present } + 1 proxy = { $there } of { $needed } needed
   *[other] { $present } + { $represented } proxies = { $there } of { $needed } needed
}
roll-present = present
roll-excused = excused
roll-left = left
roll-proxies = proxies
roll-guests = guests
roll-eligible = on the roll
roll-all = all
roll-left-at = left { $time }
roll-votes-for = votes for { $who }
roll-votes-no-more = no vote for { $who }
roll-voted-by = { $who } votes
roll-void = { $who } is gone: no vote
roll-guest-new = New guest
roll-key-present = present
roll-key-absent = not here
roll-key-holder = votes
roll-key-why = on the roll
roll-key-back = the meeting
roll-key-all = all present
roll-key-again = absent again
roll-said-present = { $time ->
    [none] { $who }: present.
   *[other] { $who }: present, { $time }.
}
roll-said-left = { $who }: left{ $time ->
    [none] {""}
   *[other] {" "}{ $time }
}.{ $count ->
    [0] {""}
    [one] {" "}The proxy of { $givers } no longer counts.
   *[other] {" "}The proxies of { $givers } no longer count.
}
roll-said-excused = { $who }: excused.
roll-said-absent = { $who }: not here.
roll-said-proxy = { $holder } votes for { $who }.
roll-said-withdrawn = Nobody votes for { $who } any more.
roll-said-added = { $who }: on the roll, and present.
roll-said-all = { $count ->
    [one] 1 more is present. Now: who is missing?
   *[other] { $count } more are present. Now: who is missing?
}
roll-said-guest-gone = { $name } is no longer among the guests.
say-saving-first = The last lines are still being saved. Press again in a moment.
ask-proxy-limit = One proxy too many?
ask-proxy-limit-lines = Enter writes it down all the same, marked as beyond the rule. Esc: no.
err-proxy-limit = { $name } already votes for { $held } { $held ->
    [one] absent member
   *[other] absent members
}; the rule of this meeting allows { $limit }.
err-proxy-same = { $holder } votes for { $name } already.
err-proxy-none = { $name } has given no proxy.
err-roll-number = Nobody has the number { $typed }. Look at the card, or type a piece of the name.
err-roll-name = Nobody is called “{ $typed }”. Type another piece of the name, or the number.
err-roll-present = { $time ->
    [none] { $name } is here already.
   *[other] { $name } is here already, since { $time }.
}
err-roll-absent = { $name } is not here.
err-roll-excused = { $name } is excused already.
err-roll-left = { $time ->
    [none] { $name } was here and has left.
   *[other] { $name } was here and left at { $time }.
}
err-roll-nobody-missing = Everybody is here, excused, represented, or has left.
err-roll-not-open = The roll is called once the meeting is open.
err-roll-reason = Write why: for example, admitted at item 3.
err-roll-status = { $name } cannot vote: { $status }.
err-roll-twice = This member is on the roll already.

# Motions, votes and actions
act-motion-save = motion written down
act-motion-vote = vote taken
act-motion-withdraw = motion withdrawn
act-action-save = action written down
act-action-settle = action reported back

area-meetings-motion = motion
motion-new = new motion
motion-vote = vote
motion-for = For
motion-against = Against
motion-abstained = Abstained
motion-blank = Blank
motion-method = How
motion-reason = Withdrawn because
motion-conflicts = May not vote
motion-voters = Voters
motion-quorum = Quorum
motion-majority = Majority
motion-needed = Needed
motion-outcome = As it stands
motion-saved = Motion written down.
motion-voted = Motion { $number }: { $outcome }
motion-voters-line = { $voters } = { $present } present{ $represented ->
    [0] {""}
   *[other] {" "}+ { $represented } by proxy
}{ $conflicted ->
    [0] {""}
   *[other] {" "}− { $conflicted } who may not vote
}
motion-quorum-met = { $there } of { $needed } needed, { $eligible } on the roll
motion-quorum-missed = NO QUORUM: { $there } of { $needed } needed, { $eligible } on the roll
motion-needed-line = { $needed } of { $of }, { $rule }
motion-marks = figures, or u all for · e evident, not counted · w withdrawn
motion-would-short = { $outcome }, { $count ->
    [one] one vote short
   *[other] { $count } votes short
}
motion-would-silent = { $outcome } · { $count } have not voted
motion-would-evident = { $outcome }, evident majority, not counted
motion-again = This motion was put to the vote already: { $outcome }. The new vote takes its place; the one before stays in the history.
motion-amendments-open = { $count ->
    [one] Amendment no. { $numbers } has not been put to the vote yet.
   *[other] Amendments nos. { $numbers } have not been put to the vote yet.
}

hint-conflict = numbers or names
hint-votes = or u, e, w
hint-withdrawn = with w
hint-result = what came of it

field-result = Result
field-action_state = State
actions-empty = Nothing is to be done. Actions are entered on the page of a meeting.
action-saved = Action written down.
action-settled = { $state }: { $what }
action-settle = report back
filter-actions-open = to do
filter-actions-overdue = overdue
filter-actions-settled = done or dropped
sort-due = by due day
sort-meeting = by meeting
column-meeting = Meeting
cmd-actions = actions
home-draft-motion = Draft: motion { $name }
home-draft-vote = Draft: vote { $name }
home-draft-action = Draft: action { $name }

err-person-number = Nobody on the roll has the number { $number }.
err-person-name = Nobody on the roll is called “{ $text }”. A number or a piece of the name will do.
err-person-names = “{ $text }” is { $one } or { $other }. Write the number.
err-amends = There is no motion { $number } before this one.
err-amends-decided = Motion { $number } is decided already: nothing can be changed in it.
err-voters-none = Nobody in the room may vote on this.
err-votes-none = No vote was counted. Type the votes for, against, abstained or blank.
err-votes-unanimous = { $votes } votes of { $voters } are not unanimous. Choose how the votes were counted.
err-evident-method = A majority can be declared evident at a show of hands or a standing vote. Count these votes.
err-evident-rule = The rule here is not a simple majority of votes: count the votes.
err-evident-counted = Either e for an evident majority, or figures.
err-withdrawn-reason = A reason belongs to a motion that is taken back: type w in the first field, or leave the reason empty.
err-majority-none = No rule says how many votes this kind of motion needs. Enter one in the bylaws.
err-meeting-dropped = This meeting was not held.
err-motion-withdrawn = This motion was withdrawn.
err-motion-voted = This motion was put to the vote: its text stays. A new vote can be taken, or another motion moved.
err-motion-item = Put the cursor on an item of the agenda, then m.
err-motion-stays = Only the last motion of a meeting can be taken out, before any vote. Withdraw it instead.
err-conflict-roll = { $name } is not on the roll of this meeting.

# Votes in words, for minutes
words-resolution = Resolution no. { $number }: { $text }
words-amendment = Resolution no. { $number }, amendment to resolution no. { $amends }. The text would become: “{ $text }”.
words-moved = Moved by { $mover }.
words-seconded = Seconded by { $seconder }.
words-moved-seconded = Moved by { $mover }, seconded by { $seconder }.
words-amended = The text moved was: “{ $before }”; { $count ->
    [one] amendment no. { $numbers }, adopted, made it
   *[other] amendments nos. { $numbers }, adopted, made it
} what was put to the vote.
words-withdrawn = The resolution was WITHDRAWN by whoever moved it.
words-withdrawn-because = The resolution was WITHDRAWN by whoever moved it: { $reason }
words-not-voted = The resolution has not been put to the vote.
words-by-hands = {" by show of hands"}
words-by-secret = {" by secret ballot"}
words-by-stand = {" by standing"}
words-by-names = {" by roll call"}
words-by-nothing = {""}
words-for = { $count ->
    [one] { $count } vote for
   *[other] { $count } votes for
}
words-against = { $count } against
words-abstained = { $count ->
    [one] { $count } abstention
   *[other] { $count } abstentions
}
words-blank = { $count ->
    [one] { $count } blank ballot
   *[other] { $count } blank ballots
}
words-and = { $first } and { $last }
words-votes = Put to the vote{ $by }, the resolution received { $votes }, of { $voters } entitled to vote.
words-silent = { $count ->
    [one] One of them did not vote.
   *[other] { $count } of them did not vote.
}
words-unanimous = Put to the vote{ $by }, the resolution was ADOPTED unanimously by the { $voters } voters present or represented.
words-uncounted = Put to the vote{ $by }, without a count.
words-evident-adopted = Put to the vote{ $by }, without a count, the resolution was declared ADOPTED by the chair of the meeting, by an evident majority.
words-evident-rejected = Put to the vote{ $by }, without a count, the resolution was declared REJECTED by the chair of the meeting, by an evident majority.
words-adopted = The majority required, { $share } { $base } ({ $needed } of { $of }{ $reference }), having been reached, the resolution was ADOPTED.
words-rejected = The majority required, { $share } { $base } ({ $needed } of { $of }{ $reference }), not having been reached, the resolution was REJECTED.
words-nobody = No vote having been cast for or against, the resolution was REJECTED.
words-no-quorum = The quorum required, { $share } of the members ({ $needed } of { $eligible }{ $reference }), not having been reached, { $there } being present or represented, this vote is recorded with NO QUORUM and decides nothing.
words-reference = , { $reference }
words-of-votes = of the votes for and against
words-of-cast = of the votes cast, blank ballots included
words-of-present = of the members present or represented
words-of-members = of all members
words-person = { $sex ->
    [F] Ms { $name }
    [M] Mr { $name }
   *[other] { $name }
}
words-conflict = { $count ->
    [one] { $names }, having a conflict of interest, took no part in the vote.
   *[other] { $names }, having a conflict of interest, took no part in the vote.
}
words-there = Of { $eligible } members, { $present ->
    [one] { $present } is present
   *[other] { $present } are present
} and { $represented } represented, { $there } in all.
words-quorum-any = At the second call the meeting may decide whatever the number of those present.
words-quorum-met = The quorum required, { $share } of the members ({ $needed }{ $reference }), is reached: the meeting may validly decide.
words-quorum-met-second = The quorum required at the second call, { $share } of the members ({ $needed }{ $reference }), is reached: the meeting may validly decide.
words-quorum-missed = The quorum required, { $share } of the members ({ $needed }{ $reference }), is not reached: the meeting may not validly decide.
words-women = { $count ->
    [one] { $count } woman
   *[other] { $count } women
}
words-men = { $count ->
    [one] { $count } man
   *[other] { $count } men
}
words-sex-unknown = { $count } not stated
words-present = Present: { $count }{ $by_sex }.
words-represented = Represented by proxy: { $count }{ $by_sex }.
words-excused = Excused: { $count }{ $by_sex }.
words-left = Left before the end: { $count }{ $by_sex }.
words-guests = Guests: { $count }{ $by_sex }.

# Motions, votes and actions
motion-would-all = { $outcome }, { $voters } for: unanimous
column-due = Due

# Votes in words, for minutes
words-amendment-adopted = Resolution no. { $number }, amendment to resolution no. { $amends }. The text becomes: “{ $text }”.

# Calling a meeting, its page, its founders

# Motions, votes and actions

# Calling a meeting, its page, its founders
sign-print = Print
