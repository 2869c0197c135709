# Settings, the cooperative, users.

setting-coop = Cooperative
setting-users = Users
setting-pin = My PIN
setting-language = Language
setting-keyboard = Keyboard
setting-colours = Colours
setting-backup = Back up now; last time
setting-check = Verify the book; witness words
setting-history = History; last change
setting-never = never

colours-none = none
colours-sixteen = sixteen

hint-first-language = F9: français
country-CD = DR Congo
country-SL = Sierra Leone
country-CI = Côte d'Ivoire
country-CF = Central African Republic
country-GN = Guinea
country-GH = Ghana

legal-form-scoops = Simplified cooperative (SCOOPS)
legal-form-coopca = Cooperative with a board (COOP-CA)
legal-form-other = Other or not yet formed

role-admin = Administrator
role-secretary = Secretary
role-treasurer = Treasurer
role-clerk = Clerk
role-auditor = Auditor

field-coop-name = Cooperative
field-country = Country
field-legal-form = Legal form
field-currency = Currency
field-currencies = Other currencies
field-your-name = Your name
field-pin = PIN
field-pin-again = PIN again
field-user-name = Name
field-user-role = Roles
field-system-user = Login on this computer

hint-currency = CDF, USD, SLE…
hint-currencies = with commas
hint-pin = 4 digits or more, or none
hint-user-role = several, with commas
hint-system-user = logged in so, no PIN asked

user-new = new

ask-user-remove = Remove this user?
ask-user-remove-lines = { $name } will no longer open this book. What { $name } has done stays signed. Enter removes, Esc keeps.

err-coop-name = The cooperative needs a name.
err-user-name = A user needs a name.
err-user-role = A user needs at least one role.
err-pin = That PIN is wrong.
err-pin-short = A PIN has at least { $least } characters.
err-pin-differs = The two PINs differ.
