# The papers, and what is said of them on the screen and on the command line.

paper-register = Register of members
paper-site-list = List by site and team
paper-attendance = Attendance sheet
paper-member-card = Member cards
paper-labels = Labels
paper-member-form = Membership forms, filled
paper-blank-form = Membership forms, blank
paper-member-sheet = Member’s record

paper-option-status = People
paper-option-site = Site
paper-option-team = Team
paper-option-member = Numbers
paper-option-on = As at
paper-option-columns = Private data
paper-option-order = Order
paper-option-copies = Copies
paper-option-first = First number
paper-option-until = Valid until
paper-option-photo = Photo box
paper-option-meeting = Meeting
paper-option-date = Date
paper-option-place = Place
paper-option-guests = Empty rows
paper-option-sheet = Sheet
paper-option-skip = Already used
paper-option-code = Bar code

paper-hint-member = 147, or 1-50, 60
paper-hint-first = blank: filled by hand
paper-hint-blank = blank: filled by hand

paper-who-members = Members (active and suspended)
paper-who-active = Active
paper-who-suspended = Suspended
paper-who-admitted = Everybody ever admitted
paper-who-left = Left
paper-who-applicants = Applicants
paper-who-all = Everybody, applicants too
paper-columns-private = With
paper-columns-public = Without
paper-order-number = By number
paper-order-name = By name
paper-order-site = By site and team
paper-sheet-3x8 = 3 × 8, each 70 × 37 mm
paper-sheet-3x7 = 3 × 7, each 63.5 × 38.1 mm
paper-sheet-2x7 = 2 × 7, each 99.1 × 38.1 mm
paper-sheet-5x13 = 5 × 13, each 38.1 × 21.2 mm
paper-yes = Yes
paper-no = No

paper-number = No.
paper-name = Name
paper-sex = Sex
paper-birth = Born (age)
paper-identity = Identity paper
paper-id-type-voter_card = Voter
paper-id-type-national_id = National ID
paper-id-type-passport = Passport
paper-id-type-driving_licence = Driver
paper-id-type-birth_certificate = Birth cert.
paper-id-type-attestation = Attestation
paper-id-type-three_witnesses = Three witnesses
paper-id-type-other = Other
paper-address = Address, village
paper-work = Work
paper-joined = Joined
paper-shares = Shares subscribed
paper-shares-paid = Shares paid up
paper-status = Status
paper-site = Site
paper-no-site = No site
paper-team = Team
paper-phone = Telephone
paper-date = Date
paper-place = Place
paper-women = Women
paper-men = Men
paper-sex-unknown = Not stated
paper-total = Total
paper-counts = Summary
paper-people = { $count ->
    [one] One person
   *[other] { $count } people
}
paper-counted = { $count } (F { $women }, M { $men })

paper-as-of = As at { $day }
paper-only-site = site { $site }
paper-only-team = team { $team }
paper-only-chosen = people chosen
paper-only-numbers = No. { $numbers }

paper-done-at = Done at
paper-done-on = on
paper-chair-scoops = Chair of the management committee
paper-chair-coopca = Chair of the board of directors
paper-chair-other = Chair
paper-secretary = Secretary
paper-control-scoops = For the supervisory committee
paper-control-coopca = For the supervisory board
paper-control-other = For the supervisory body
paper-sign-beneath = name, signature and stamp
paper-sign-name = name and signature
paper-thumb = Thumb print
paper-thumb-beneath = left thumb
paper-read-and-approved = “read and approved”, date and signature

paper-register-title = Register of members
paper-register-extract = Extract from the register of members
paper-register-public = List of members for inspection
paper-register-law = Kept at the seat, in the order of joining (OHADA Uniform Act on Cooperative Societies, art. 9).
paper-register-rule = Kept at the seat, in the order of joining.
paper-register-public-law = Open to members at the seat, without telephone, identity paper or other private data (OHADA Uniform Act on Cooperative Societies, art. 351).
paper-register-public-rule = Open to members at the seat, without telephone, identity paper or other private data.
paper-register-closed = { $count ->
    [one] Closed as at { $day } with one entry, No. { $first }.
   *[other] Closed as at { $day } with { $count } entries, from No. { $first } to No. { $last }.
}
paper-witness = Witness words: { $words }
paper-register-gaps = Numbers without an entry, void or joined to another: { $numbers }.

paper-site-list-title = Members by site and team

paper-attendance-title = Attendance sheet
paper-meeting = Meeting
paper-sign-or-thumb = Signature or thumb print
paper-present = Present
paper-present-women = Women
paper-present-men = Men
paper-present-all = Total
paper-present-guests = Guests
paper-chair-meeting = Chair of the meeting
paper-secretary-meeting = Secretary of the meeting

paper-card-title = Member cards
paper-card-name = Member card
paper-photo = Photo
paper-card-issued = Issued on
paper-card-until = Valid until

paper-labels-title = Labels

paper-form-title = Membership form
paper-form-lead = To be filled in capital letters. Only the surname is required; as date of birth a year or an age will do.
paper-form-household = Household (only with the person’s consent)
paper-form-consent = Consent to the use of data
paper-form-consent-note = The cooperative keeps the register that the law asks for, and these data for the purposes ticked “Yes”. Each consent can be withdrawn in writing at any time; the person may ask for a copy of the data and for corrections.
paper-form-consent-cd = The cooperative keeps the register that the law asks for, and these data for the purposes ticked “Yes”. Each consent can be withdrawn in writing at any time; the person may ask for a copy of the data and for corrections (Digital Code, Book III).
paper-form-statement = Statement
paper-form-accepts = I apply to join the cooperative society named “{ $coop }”. I have taken note of its statutes and internal rules; I accept them and undertake to respect them, as well as { $law }. I certify that what stands on this form is true.
paper-form-law-cd = the OHADA Uniform Act on Cooperative Societies, the Mining Code and the code of conduct of artisanal miners
paper-form-law-ohada = the OHADA Uniform Act on Cooperative Societies and the mining code
paper-form-law = the law on cooperatives and the mining law
paper-form-applicant = The applicant
paper-form-received = Received for the cooperative

section-office = For the cooperative only

paper-field-birth = Date of birth
paper-field-birth_place = Place of birth
paper-field-known_as = Known as
paper-field-sector = Sector or chiefdom
paper-field-address = Present address
paper-field-id_number = Number of the paper
paper-field-id_place = Identity paper from
paper-field-id_issued_on = Identity paper of
paper-field-id_expires_on = Identity paper until
paper-field-wallet = Mobile account No.
paper-field-wallet_name = In the name of
paper-field-team = Team or pit
paper-field-role = Work
paper-field-mining_since = Mining since (year)
paper-field-card_number = Miner card No.
paper-field-card_expires_on = Valid until
paper-field-licence_holder = Licence holder
paper-field-literacy = Reads and writes
paper-field-dependants = Dependants
paper-field-children_in_school = of whom in school
paper-field-other_income = Other income
paper-field-season_income = Income, last season
paper-field-number = Member No.
paper-field-joined_on = Date of admission
paper-field-validated_on = Validated on (assembly)
paper-field-validated_by = By resolution

paper-sheet-title = Member’s record
paper-sheet-note = All data that the cooperative keeps in its file about this person, given at his or her request.
paper-sheet-received = Received by the person

err-paper-nobody = Nobody meets this choice: there is nothing to print.
err-paper-site = There is no site “{ $name }”.
err-print-system = Nothing is installed here that prints (lp is missing). Save the PDF and print it elsewhere.
err-print-none = There is no printer here. Save the PDF and print it elsewhere.
err-print = The printer refused: { $what }

paper-choose = Print
paper-look = preview
paper-making = The paper is being made…
paper-wait = The paper is still being made.
paper-no-options = There is nothing to set for this paper.
paper-pages = { $count ->
    [one] one page
   *[other] { $count } pages
}
paper-print = Print { $count ->
    [one] one page
   *[other] { $count } pages
} on
paper-usual-printer = the usual printer
paper-printed = { $count ->
    [one] One page sent
   *[other] { $count } pages sent
} to { $printer }
paper-saved = Written: { $file }
err-paper-ending = The ending of the name says as what to write it: { $known }.

# Papers about meetings.
paper-notice = Notice of meeting
paper-minutes = Minutes
paper-extract = Extract of a resolution
paper-minute-book = Minute book

paper-option-body = Body
paper-option-motion = Motion no.
paper-option-year = Year
paper-option-copy = Certified copy
paper-hint-meeting = no., date, last, next

paper-coop = Cooperative
paper-seat = Registered office
paper-draft = DRAFT
paper-copy = CERTIFIED TRUE COPY
paper-arrived = Arrived
paper-left = Left
paper-presence = Presence
paper-represented-by = { $sex ->
   *[other] represented
} by { $name }
paper-roll-eligible = On the roll
paper-roll-present = Present
paper-roll-represented = Represented
paper-roll-excused = Excused
paper-roll-left = Left before the end
paper-roll-absent = Absent
paper-roll-guests = Guests
paper-roll-there = Present and represented

paper-notice-title = Notice of meeting
paper-notice-second = Second notice of meeting
paper-notice-lead =
    Dear member,
    you are invited to take part in the following meeting.
paper-notice-rules = Rules of the meeting
paper-notice-first = The first meeting, on { $day }, had no quorum.
paper-notice-days = { $days ->
    [one] Notice: at least one day before the meeting
   *[other] Notice: at least { $days } days before the meeting
}
paper-notice-quorum = { $needed ->
    [0] Quorum: the meeting decides however many are present
   *[other] Quorum: { $needed } present or represented out of { $eligible } on the roll today
}
paper-notice-proxies = { $count ->
    [0] Everybody votes in person, without proxy
    [one] Whoever is absent may give a written proxy; a person present holds one at most
   *[other] Whoever is absent may give a written proxy; a person present holds { $count } at most
}
paper-notice-channel = Notice given by: { $channel }.
paper-notice-caller = Calling the meeting
paper-notice-slip-cut = Cut off, sign and give back to the cooperative
paper-notice-slip-title = Receipt of the notice
paper-notice-slip = I have received the notice of the following meeting with its agenda: { $meeting }, on { $day }.
paper-notice-slip-on = Received on
paper-notice-slip-from = Handed over by
paper-notice-slip-sign = Received by

paper-minutes-title = Minutes
paper-minutes-number = Minutes no. { $number }
paper-minutes-foot = Witness words: { $words } · version { $version }
paper-minutes-attendance = Attendance and quorum
paper-minutes-debate = Proceedings
paper-minutes-presenter = Presented by { $name }.
paper-minutes-second = second call, there being no quorum on { $day }
paper-minutes-closed = The agenda being finished, the meeting closed at { $time }.
paper-minutes-annex = Annex: attendance list
paper-minutes-replaces = Version { $version }: it replaces version { $before }, taken back before signature.
paper-minutes-signed = Minutes signed in ink on { $day } by { $by }.
paper-minutes-page = Paper register, page { $page }.
paper-teller = Teller
paper-vote-number = Vote no. { $number }: { $outcome }
paper-motion-number = Motion no. { $number }
paper-action-due = By
paper-action-state = State
paper-copy-certified = Certified true copy of the signed original kept in the minute book.
paper-corrected-by = corrected by the meeting of { $day }, minutes no. { $number }
paper-corrects = corrects minutes no. { $number } of { $day }
paper-extract-title = Extract of the minutes
paper-extract-certified = Extract certified true to the minutes kept in the cooperative’s minute book.
paper-book-title = Minute book { $year }
paper-book-numbers = { $count ->
    [one] One set of minutes, no. { $first }.
   *[other] { $count } sets of minutes, no. { $first } to no. { $last }.
}
paper-book-unfinished = { $count ->
    [one] The minutes of one meeting of the year are not finished and are missing here.
   *[other] The minutes of { $count } meetings of the year are not finished and are missing here.
}
paper-book-index = Table of minutes
paper-book-resolutions = Resolutions
paper-book-state = State
paper-book-page = Page
paper-book-closed = Minute book closed and certified true by the undersigned.

err-paper-meeting = There is no meeting “{ $text }”. Give the number of its minutes, a date, last or next.
err-paper-which = Several meetings answer to “{ $text }”. Name the body.
err-paper-body = Several bodies have minutes of that year. Name the body: { $names }.
err-paper-organ = There is no body called { $name }. Name one of these: { $names }.
err-paper-not-held = This meeting has not been opened: it has no minutes.
err-paper-copy = Only signed minutes can be copied and certified. Have them signed first.
err-paper-no-motion = Nothing was put to the vote at this meeting.
err-paper-motion = Say which motion: { $known }.
err-paper-no-minutes = No minutes of { $year } are finished.
err-paper-number = Nobody bears the number { $number }.
