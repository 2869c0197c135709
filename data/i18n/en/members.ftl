# The register of members.

field-number = Number
field-former_number = Old number
field-surname = Surname
field-post_name = Post-name
field-given_name = Given name
field-known_as = Known as
field-sex = Sex
field-birth = Birth
field-phone = Phone
field-village = Village
field-site = Site
field-role = Role
field-status = Status
field-joined_on = Joined on
field-id_type = Identity paper
field-id_number = Paper number
field-id_place = Issued at
field-id_expires_on = Expires on
field-note = Note
field-new-status = New status
field-since = Since
field-reason = Reason

column-number = No.
column-name = Name
column-sex = Sex
column-age = Age
column-site = Site
column-phone = Phone
column-status = Status

hint-sex = F or M
hint-birth = 31/5/93, 1993 or an age: 33
hint-proposals = 3 letters show the list
hint-role = several, with commas
hint-day = 23/11/2026 · 231126 · t today
hint-former-number = as in the old register
hint-reason = decision, letter, date…

status-applicant = Applicant
status-active = Active
status-suspended = Suspended
status-resigned = Resigned
status-excluded = Excluded
status-deceased = Deceased
status-applicant-F = Applicant
status-active-F = Active
status-suspended-F = Suspended
status-excluded-F = Excluded
status-deceased-F = Deceased

filter-all = All
filter-members = Members
filter-applicants = Applicants
filter-suspended = Suspended
filter-left = Left
filter-women = Women
filter-men = Men

sort-name = by name
sort-number = by number
sort-joined = by date of joining
sort-village = by village

sex-F = F
sex-M = M

id-type-voter_card = Voter card
id-type-national_id = National identity card
id-type-passport = Passport
id-type-driving_licence = Driving licence
id-type-birth_certificate = Birth certificate
id-type-attestation = Attestation of lost papers
id-type-three_witnesses = Three witnesses
id-type-other = Other

work-digger = Digger
work-driller = Driller
work-shoveller = Shoveller
work-timberman = Timberman
work-washer = Washer
work-diver = Diver
work-pump_operator = Pump operator
work-carrier = Carrier
work-pounder = Pounder
work-basin_owner = Basin owner
work-pit_chief = Pit chief
work-pit_owner = Pit owner
work-supporter = Supporter
work-licence_holder = Licence holder
work-trader = Trader
work-cook = Cook
work-shopkeeper = Shopkeeper
work-guard = Guard
work-site_manager = Site manager
work-clerk = Clerk

why-name = same names
why-name_alike = names that sound or look the same
why-name_part = some names the same
why-id_number = same paper number
why-id_number_alike = paper number but for one digit
why-birth_day = same day of birth
why-birth_exchanged = same birth, day and month exchanged
why-birth_alike = same birth but for one digit
why-birth_year = same year of birth
why-birth_about = about the same age
why-phone = same phone
why-phone_alike = phone but for one digit
why-former_number = same old number
why-village = same village
why-address = same address

member-new = new
member-age = ({ $age })
member-merged = Other records of this person
member-stages = History
member-saved = Saved: { $name }
member-alike = Is this somebody else than { $name }? ({ $why })

members-empty = Nobody yet. i imports a list from a spreadsheet, n enters the first member.

err-status-missing = Choose what this person becomes.
err-status-last = Nothing follows a death: { $name }. If it was entered by mistake, u or the history undoes it.
err-status-step = That does not follow from the present status.

field-export-file = File
hint-export-file = ends in .xlsx, .csv or .json
export-name = members
export-replaces = { $file } is there already and would be replaced.
err-export-ending = The file's name must end in .xlsx, .csv or .json.

field-birth_place = Place of birth
field-nationality = Nationality
field-province = Province
field-territory = Territory
field-sector = Chiefdom, sector
field-groupement = Village group
field-address = Present address
field-phone_2 = Other telephone
field-wallet = Mobile money
field-wallet_name = In the name of
field-id_issued_on = Issued on
field-mark = Signature
field-card_number = Miner card
field-card_expires_on = Card runs until
field-team = Team, pit
field-licence_holder = Licence holder
field-mining_since = Mining since
field-work_time = Working time
field-substances = Minerals
field-tools = Tools
field-financed_by = Supported by
field-household = Household
field-marital_status = Marital status
field-dependants = Dependants
field-children_in_school = At school
field-literacy = Reads and writes
field-languages = Languages
field-other_income = Other income
field-season_income = Season income
field-applied_on = Applied on
field-admitted_by = Admitted by
field-validated_on = Validated on
field-validated_by = Validated by
field-shares = Shares taken
field-shares_paid = Shares paid up
field-form_number = Form number
field-form_on = Form of
field-enumerator = Enumerator
field-verified_by = Verified by
field-verified_on = Verified on
field-reregistered_on = Registered anew

mark-signature = Signature
mark-thumb = Thumbprint
mark-neither = Neither

substance-diamond = Diamond
substance-gold = Gold
substance-coltan = Coltan
substance-cassiterite = Cassiterite
substance-wolframite = Wolframite
substance-copper = Copper
substance-cobalt = Cobalt
substance-gemstone = Gemstone
substance-other = Other mineral

work-time-full = All year
work-time-seasonal = In the season
work-time-occasional = Now and then

marital-single = Single
marital-married = Married
marital-union = Living together
marital-separated = Separated
marital-divorced = Divorced
marital-widowed = Widowed

literacy-neither = Neither
literacy-reads = Reads
literacy-writes = Reads and writes

admitter-committee = Committee or board
admitter-assembly = General assembly
admitter-founders = Founding assembly

section-identity = Identity
section-origin = Origin and address
section-work = Work
section-household = Household
section-membership = Membership
section-source = Paper form

hint-wallet = M-Pesa, Airtel, Orange… number
hint-year = a year, 2009
hint-licence = Sierra Leone
hint-household = its name, with consent
hint-amount = 1,234.50 or 40 USD
hint-validated = day of the assembly
hint-decision = meeting, resolution
hint-form-number = each form once
hint-card = issued by the State
hint-office = mines division of…
hint-kin-number = if a member too
hint-percent = from 0 to 100
hint-path = a path, ~/… too
hint-zone = zone or mining title
hint-degrees = -6.1361 or 6.1361 S
hint-leader = member number

field-kind = Kind
field-office = Office
field-issued_on = Issued on
field-expires_on = Expires on
field-zone = Zone
field-fee = Fee paid
field-receipt = Receipt number
field-name = Name
field-relation = Relation
field-heir_percent = Part as heir %
field-purpose = Purpose
field-given_on = Given on
field-withdrawn_on = Withdrawn on
field-noted_on = On
field-text = Text
field-path = File
field-latitude = Latitude
field-longitude = Longitude
field-closed_on = Closed on
field-leader_number = Team leader
field-from_on = From
field-until_on = Until

card-miner = Miner card
card-trader = Dealer card
card-diver = Diving permit
card-dredge = Dredge permit
card-licence = Licence

relation-spouse = Husband or wife
relation-child = Child
relation-parent = Father or mother
relation-sibling = Brother or sister
relation-other_kin = Other relative
relation-guardian = Guardian
relation-friend = Friend or neighbour

purpose-register = Members’ register
purpose-authorities = Passing on to authorities
purpose-buyers = Buyers and traceability
purpose-household = Household data
purpose-photo = Photo
purpose-messages = Messages by telephone

file-photo = Photo
file-form = Paper form
file-id = Identity paper
file-card = Card
file-letter = Letter
file-certificate = Certificate
file-minutes = Signed minutes
file-other = Other file

record-add = Add
member-mates = Same household

entry-saved = Saved: { $noun }
entry-saved-name = Saved: { $noun } { $name }
entry-removed = Taken out: { $noun }

ask-remove = Take out?

entry-remove = { $noun }: { $what }. The history keeps it, and u brings it back.

procedure-withdrawal = Withdrawal
procedure-exclusion = Exclusion
procedure-death = Death

procedure-opened = Procedure opened: { $name }. The steps are on the member’s page (Enter).

step-open = to do
step-letter = Letter of withdrawal
step-recorded = Recorded in writing
step-debts = Debts settled
step-refunded = Shares paid back
step-warned = Written warning
step-heard = Member heard
step-decided = Decided with reasons
step-notified = Decision notified
step-confirmed = Assembly confirmed
step-certificate = Death certificate
step-statement = Statement that day
step-frozen = Payments stopped
step-council = Family council minutes
step-heirs = Heirs and their parts
step-settled = Settled, thumbprint

field-ground = Reason
field-opened_on = Opened on
field-effective_on = Takes effect on
field-outcome = Outcome
field-done_on = Done on
field-done_by = By
field-reference = Reference
field-due_on = Due by

hint-done-by = body or person
hint-reference = letter, minutes, article…

admit-admit = admission
admit-validate = validation by the assembly
admit-admitted = { $count ->
    [one] Admitted with number { $first }.
   *[other] { $count } people admitted, numbers { $first } to { $last }.
}
admit-validated = { $count ->
    [one] Admission validated.
   *[other] { $count } admissions validated.
} { $before ->
    [0] {""}
    [one] 1 had been validated before and stays as it is.
   *[other] { $before } had been validated before and stay as they are.
}

noun-card = Card or permit
noun-kin = Next of kin
noun-consent = Consent
noun-placement = Place of work
noun-note = Note
noun-file = File
noun-site = Site
noun-team = Team
noun-household = Household
noun-procedure = Procedure
noun-procedure_step = Step
nouns-card = Cards and permits
nouns-kin = Next of kin
nouns-consent = Consents
nouns-placement = Places of work
nouns-note = Notes
nouns-file = Files
nouns-site = Sites
nouns-team = Teams
nouns-household = Households
nouns-procedure = Procedures
nouns-procedure_step = Steps

file-changed = changed since
file-absent = not there
pile-title = paper forms
pile-form = { $count ->
    [one] first form today
   *[other] form { $count } today
}
pile-end = { $count ->
    [0] No paper form entered today.
    [one] One paper form entered today.
   *[other] { $count } paper forms entered today.
}

field-head_number = Head
record-remove = take out
record-new = add
record-note = note or file
page-status = change status

# Who may stand twice
merge-lead = { $kept } stays, { $gone } becomes part of it; both numbers are still found. ✓ is what will be recorded.
merge-done = One record: { $gone } is now part of { $kept }. u undoes it.
distinct-done = Two people: { $first } and { $second }.
hint-distinct = how you know it
pairs-looking = Looking for people who stand twice…
pairs-none = Nobody stands twice, as far as can be seen.
pairs-count = { $count ->
    [one] one pair
   *[other] { $count } pairs
}
