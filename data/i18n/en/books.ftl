# Accounts, their books, statements.

export-ledger = Ledger
export-contributions = Contributions
cli-export-ledger = Write every entry of the ledger, for people who check it and for programs of double entry
cli-export-ledger--format = hledger, beancount, csv, xlsx or json (by the file's ending, else csv)
cli-export-ledger--out = File to write; standard output when it is missing or "-"
cli-export-contributions = Write what members have paid, one part of a payment a row
cli-export-contributions--format = csv, xlsx or json (by the file's ending, else csv)
cli-export-contributions--out = File to write; standard output when it is missing or "-"
cli-say-exported-entries =
    { $count ->
        [one] One entry: { $path }
       *[other] { $count } entries: { $path }
    }
books-asserted = Balances kept by the program
