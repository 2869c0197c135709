# The first page.

home-today = { $count ->
    [0] Nothing needs attention today
   *[other] To do today ({ $count })
}
home-draft-new = Draft, new member: { $name }
home-draft-member = Draft: { $name }
home-draft-status = Draft, status: { $name }
home-draft-coop = Draft: the cooperative
home-draft-user = Draft: a new user
home-draft-known-user = Draft: user { $name }
home-backup-never = The book has never been backed up
home-backup-old = Last backup: { $days } days ago
home-first-import = Import a list from a spreadsheet
home-first-member = Enter the first member
home-first-coop = Check the name and the currencies
home-first-users = Say who else may open this book
home-first-settings = Language, keyboard, colours
home-first-help = See which keys there are
home-by-sex = F { $women }  M { $men }

home-draft-entry = Draft: { $name }
