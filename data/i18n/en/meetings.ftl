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
words-attendance = Of { $eligible } on the roll, { $present } are present and { $represented } represented.
words-quorum = The quorum of { $needed } is there with { $there } present or represented ({ $reference }).
words-no-quorum = The quorum of { $needed } is not there with { $there } present or represented ({ $reference }).
words-votes = For: { $for }; against: { $against }.
