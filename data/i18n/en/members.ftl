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

why-name = same name
why-phone = same phone
why-id_number = same paper number
why-birth_year = same year of birth
why-village = same village

member-new = new
member-age = ({ $age })
member-stages = History
member-saved = Saved: { $name }
member-alike = Is this somebody else than { $name }? ({ $why })

members-empty = Nobody yet. i imports a list from a spreadsheet, n enters the first member.

err-status-missing = Choose what this person becomes.
err-status-step = That does not follow from the present status.

field-export-file = File
hint-export-file = ends in .xlsx, .csv or .json
export-name = members
export-replaces = { $file } is there already and would be replaced.
err-export-ending = The file's name must end in .xlsx, .csv or .json.
