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
field-channel = Notice by
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

rule-notice = Notice, days
rule-notice-second = Notice of the second call, days
rule-quorum = Quorum
rule-quorum-second = Quorum of the second call
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
minutes-votes = for { $for }  against { $against }  abstained { $abstained }
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
minutes-piece = Passage { $number }
minutes-search = search in the minutes
minutes-search-how = Type words of minutes or motions; accents and endings do not matter.
minutes-search-none = Nothing found. Fewer words, or only the beginning of a word, find more.
home-draft-minutes = Draft of minutes: { $name }
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
sign-empty = { $count ->
    [one] Item { $places } has no text.
   *[other] Items without text: { $places }.
}
sign-writing = { $user } has not saved yet what is being written in: { $item }.
sign-frozen = The minutes are frozen under number { $number }. Print them to be signed.
sign-sign = Signed in ink
sign-back = Take back
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
