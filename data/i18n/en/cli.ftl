# The command line. Keys: see src/cli/words.rs
cli = The books of an artisanal miners' cooperative. Without a command the book is opened on the screen.
cli-usage = Usage:
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments
cli-after =
    The book is --file, else the file that USHIRIKA_FILE names, else
    book.ushirika in the user's data folder. A PIN that is needed is asked on
    the terminal, or taken from USHIRIKA_PIN.

    Exit codes: 0 done, 1 what was given is wrong, 2 wrong command line, 3 the
    book is busy, missing or newer than the program, 4 an integrity check failed.
cli-value-command = COMMAND
cli-value-path = PATH
cli-value-file = FILE
cli-value-dir = FOLDER
cli-value-lang = LANGUAGE
cli-value-name = NAME
cli-value-login = LOGIN
cli-value-role = ROLE
cli-value-date = DATE
cli-value-n = N
cli-value-seed = S
cli-value-code = CODE
cli-value-form = FORM
cli-value-format = FORMAT
cli-value-sheet = SHEET
cli-value-as = AS
cli-value-shell = SHELL
cli--file = The book
cli--lang = Language: en, fr, or the name of a file in the folder of languages
cli--user = Who acts in the book, when it is not the user of the system
cli--help = Say how it is used
cli--version = Say which version this is
cli--json = One JSON document on standard output and nothing else
cli-demo = Make a coherent made-up cooperative and open it
cli-demo--members = How many people (184)
cli-demo--seed = Another number gives other people (1)
cli-demo--date = The day on which the cooperative is seen; today unless given
cli-demo--country = Names and places of this country: CD or SL (CD)
cli-demo--out = Write the book to this new file and do not open it
cli-init = Begin the book of a cooperative; you become its administrator
cli-init--name = Name of the cooperative
cli-init--country = Country: CD, SL, CI, CF, GN or GH
cli-init--form = Legal form: scoops (simplified), coopca (with a board) or other
cli-init--currency = Currency of the books; that of the country unless given
cli-init--also = A further currency; may be repeated
cli-import = Read a file of another program into the book
cli-import-members = Read a list of members (CSV, XLSX, XLS, ODS) into the register, as one change
cli-import-members--file-name = The list
cli-import-members--sheet = Which sheet of the file; the first that looks like a list unless given
cli-import-members--map = A TOML file that says what the columns mean (sheet, header_row, date, decimal, [columns])
cli-import-members--dry-run = Show what would be done and write nothing
cli-import-members--skip-refused = Write the good rows even when others are refused
cli-import-members--admit = What a person without number or status becomes: members or applicants (members)
cli-import-opening = Read what was there when the book began (CSV, XLSX, XLS, ODS): members' shares, arrears and credits, or balances of accounts
cli-import-opening--file-name = The list
cli-import-opening--sheet = Which sheet of the file; the first that looks like a list unless given
cli-import-opening--map = A TOML file that says what the columns mean (sheet, header_row, date, decimal, [columns])
cli-import-opening--date = The day of the opening; today unless given
cli-import-opening--dry-run = Show what would be done and write nothing
cli-import-opening--skip-refused = Write the good rows even when others are refused
cli-export = Write part of the book for another program
cli-export-members = Write the register
cli-export-members--format = csv, xlsx or json (by the file's ending, else csv)
cli-export-members--out = File to write; standard output when it is missing or "-"
cli-export-meetings = Write the meetings, one a row
cli-export-meetings--format = csv, xlsx or json (by the file's ending, else csv)
cli-export-meetings--out = File to write; standard output when it is missing or "-"
cli-export-motions = Write what was put to the vote, one motion a row
cli-export-motions--format = csv, xlsx or json (by the file's ending, else csv)
cli-export-motions--out = File to write; standard output when it is missing or "-"
cli-value-paper = PAPER
cli-value-text = TEXT
cli-report = Write a paper; without --out, as text to standard output
cli-report--paper = The paper; --list names them with their options
cli-report--out = File to write; its ending says as what: .pdf, .txt, .xlsx, .csv
cli-report--list = Name the papers and their options
cli-report--status = Which people: members, active, suspended, admitted, left, applicants or all
cli-report--site = Only those of this site
cli-report--team = Only those of this team
cli-report--member = Only these numbers: 147, or 1-50,60
cli-report--number = Which receipt or payment slip: 2026-0412, or 412 of this year
cli-report--shape = On A4 in thirds (a4), or on a roll of 80 mm (48) or 58 mm (32)
cli-report--times = How many copies on the sheet, 1 to 3
cli-report--on = As on this date
cli-report--columns = With (private) or without (public) private data
cli-report--photo = With a place for a photograph: yes or no
cli-report--cycle = The savings cycle; the last one unless given
cli-report--meeting = Number of the minutes, a date, last, next; of an attendance list also words
cli-report--body = The body, where several have met
cli-report--motion = The motion; left out when there is only one
cli-report--year = The year of the minute book; this year when left out
cli-report--copy = A certified copy of signed minutes
cli-report--date = When it is
cli-report--place = Where it is
cli-report--order = By number, name or site
cli-report--guests = Empty rows for others
cli-report--until = Until when the cards are valid
cli-report--sheet = The sheet of labels: 3x8, 3x7, 2x7 or 5x13
cli-report--skip = Labels already gone from the first sheet
cli-report--code = With a bar code: yes or no
cli-report--copies = How many blank forms
cli-report--first = The number of the first
cli-backup = Copy the book and verify the copy
cli-backup--dir = Where to; the folder "backup" beside the book unless given
cli-restore = Put a copy in the place of the book; what is replaced is kept
cli-restore--file-name = The copy
cli-restore--yes = Do it without asking
cli-restore--last-number = The last member number that stands on paper: numbers up to it are not given again
cli-check = Verify the whole book: database, chain of changes, numbers, totals
cli-log = Show who changed what, oldest first
cli-log--since = Only from this day on
cli-user = Who may do what in this book
cli-user-add = Add a user
cli-user-add--name = Name in the book
cli-user-add--role = Roles, with commas: admin, secretary, treasurer, clerk, auditor
cli-user-add--login = The name by which the system knows this person: then --user is not needed
cli-user-list = List the users
cli-user-role = Give a user other roles
cli-user-role--name = Name in the book
cli-user-role--role = Roles, with commas: admin, secretary, treasurer, clerk, auditor
cli-user-remove = Remove a user; what this person did stays signed
cli-user-remove--name = Name in the book
cli-completions = Print the completions for a shell
cli-completions--shell = bash, zsh, fish, elvish or powershell
cli-man = Print the manual page
cli-man-manual = Ushirika manual
cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-options = OPTIONS
cli-man-notes = NOTES

cli-err-file = { $path }: { $what }
cli-err-output = The output could not be written: { $what }
cli-err-no-value = { $arg } needs a value.
cli-err-value = "{ $value }" will not do for { $arg }. What will do: { $valid }.
cli-err-form = "{ $value }" will not do for { $arg }.
cli-err-unknown = There is no option or further word "{ $arg }" here.
cli-err-command = There is no command "{ $command }".
cli-err-which = A command is missing.
cli-err-required = Something is missing: { $arg }.
cli-err-conflict = { $arg } does not go together with { $other }.
cli-err-utf8 = A word of the command line is not written in UTF-8.
cli-err-count = Too many or too few values for { $arg }.
cli-err-better = Did you mean { $better }?
cli-err-help = The option --help says how it is used.
cli-err-exists = { $path } is there already; nothing was written over it.
cli-err-user = This book knows no user "{ $name }".
cli-err-pin = { $name } has a PIN. Put it into USHIRIKA_PIN, or use a terminal.
cli-err-many = At most { $most } people can be made up.
cli-err-day = { $why } A date is needed for { $arg }, such as 2026-11-23.
cli-err-columns = { $why } A file given with --map says what the columns mean.
cli-err-empty = No row with a surname was found in { $path }.
cli-err-refused =
    { $count ->
        [one] One row is refused; nothing was written. Correct it, or leave it out with --skip-refused.
       *[other] { $count } rows are refused; nothing was written. Correct them, or leave them out with --skip-refused.
    }
cli-err-paper = There is no paper “{ $name }”. There are: { $known }.
cli-err-paper-option = The paper { $name } has no option { $arg }. It has: { $known }.
cli-err-option = { $arg }: { $why }
cli-say-paper =
    { $pages ->
        [one] One page
       *[other] { $pages } pages
    }{ $people ->
        [0] {""}
        [one] , one person
       *[other] , { $people } people
    }: { $path }
cli-err-last-number = "{ $value }" is no member number. Give the last one that stands on paper, such as 152.
cli-err-yes = Restoring replaces the book. Add --yes, or use a terminal.
cli-err-screen = Standard input and output must be a terminal to open the book on the screen.
cli-ask-pin = PIN of { $name }:{" "}
cli-ask-restore = Replace { $path } by { $copy }? What is replaced is kept. (y/n){" "}
cli-yes = y
cli-say-kept = Nothing was changed.
cli-say-init = { $name }: { $path } is ready. You are its administrator, { $user }.
cli-say-demo =
    { $count ->
        [one] { $name }, one person: { $path }
       *[other] { $name }, { $count } people: { $path }
    }
cli-say-demo-stays = The made-up cooperative stays in { $path } until the system clears its temporary files.
cli-say-mapping = The columns are read as saved under “{ $name }”.
cli-say-imported = { $new } new, { $changed } changed, { $same } the same, { $refused } refused; written as one change.
cli-say-nothing-new =
    { $same ->
        [one] One row is the same as in the book; there was nothing to write.
       *[other] { $same } rows are the same as in the book; there was nothing to write.
    }
cli-say-proposal = { $new } new, { $changed } changed, { $same } the same, { $refused } refused, { $warnings } to look at. Nothing was written.
cli-say-row = row { $row }: { $what }
cli-say-field = { $field }: { $what }
cli-say-twice-row = looks like row { $row } ({ $why })
cli-say-twice-member = looks like { $member } ({ $why })
cli-say-exported =
    { $count ->
        [one] One member: { $path }
       *[other] { $count } members: { $path }
    }
cli-say-exported-rows =
    { $count ->
        [one] One row: { $path }
       *[other] { $count } rows: { $path }
    }
cli-say-backup = The copy is verified: { $path }
cli-say-restored = Restored from { $copy }. What was replaced: { $path }
cli-say-witness = Witness words: { $head }
cli-say-check-good = The book is whole: { $acts } { $acts ->
    [one] change
   *[other] changes
}, chain unbroken, no record changed behind the program's back.
cli-say-check-bad = The book is NOT whole.
cli-say-check-sqlite = Database: { $what }
cli-say-check-chain = The chain of changes is broken at change { $act }.
cli-say-check-record = { $table } { $id }: { $why }
cli-say-check-table = { $table }: { $why }
table-act = change
table-change = entry of the log
table-coop = cooperative
table-member = member
table-member_status = status of a member
table-member_total = counts of members
table-number_void = void number
table-site = site
table-user = user
cli-say-user-added = { $name } may open this book as { $roles }.
cli-say-user-removed = { $name } may no longer write in this book.
cli-say-undoes = takes back { $act }
cli-user-head = Name
cli-user-head-roles = Roles
cli-user-head-login = System user
cli-user-head-pin = PIN
