# What the rules of the domain say: what is wrong, and what would be right.

err-surname = The surname is missing; everything else may stay blank.
err-long = This has { $length } characters; there is room for { $longest }.
err-number = “{ $text }” is no member number. A number has digits only: 147 or 0147.
err-sex = “{ $text }” is no sex. Write F or M.
err-status = “{ $text }” is no status. Write applicant, active, suspended, resigned, excluded or deceased.
err-id-type = “{ $text }” is no identity paper. Write voter, national, passport, driving, birth, attestation, witness or other.
err-field = “{ $text }” is no field of a member.
err-work = “{ $text }” is no kind of work. Try digger, washer, carrier, pit chief…
err-why = “{ $text }” is no reason for a likeness.
err-role = “{ $text }” is no role. Write admin, secretary, treasurer, clerk or auditor.
err-country = “{ $text }” is no country of this program. Write CD (DR Congo), SL (Sierra Leone), CI (Côte d’Ivoire), CF (Central African Republic), GN (Guinea) or GH (Ghana).
err-legal-form = “{ $text }” is no legal form. Write scoops (simplified), coopca (with a board) or other.
err-currency = “{ $text }” is no currency of this program. Write one of { $known }.

err-day-none = { $month ->
    [2] There is no day { $day } in February { $year }.
    [4] There is no day { $day } in April.
    [6] There is no day { $day } in June.
    [9] There is no day { $day } in September.
    [11] There is no day { $day } in November.
   *[other] There is no day { $day }.
}
err-day-month = There is no month { $month }. The day comes first, then the month: 31/5/1993.
err-day-year = The year { $year } is not possible. Write four digits, such as 1993.
err-day-form = “{ $text }” is no date. Write 31/5/1993, 310593, 1993-05-31, t for today or 3d for three days ago.
err-day-future = { $day } has not come yet.

err-birth-form = “{ $text }” is no birth date. A year alone (1993) or an age (33) will do.
err-birth-future = “{ $text }” is later than today.
warn-birth-old = This makes { $age } years of age. Is that right?
warn-minor = Only { $age } years old: the mining code admits adults.
warn-id-expired = The identity paper expired on { $day }.
err-joined-before-birth = Joined on { $day }, before being born.

err-phone-national = “{ $text }” has { $digits } digits behind the 0; a number of this country has { $length }.
err-phone-letters = “{ $text }” is no telephone number: it has digits, blanks and +.
err-phone-length = “{ $text }” has { $digits ->
    [one] one digit
   *[other] { $digits } digits
}; a telephone number has 6 to 15.
err-amount = “{ $text }” is not an amount. Write 1234.50, 1 234,50 or 40 USD.
err-amount-decimals = { $currency } has { $decimals ->
    [0] no decimals.
   *[other] { $decimals } decimals at most.
}
warn-card-expired = The card expired on { $day }.
warn-validated-early = Validated before joining: check both days.
warn-shares-paid = More shares paid up than subscribed: check.
warn-children = More children at school than dependants: check.
err-choice = “{ $text }” is not in the list. Choose from the list.
err-year = “{ $text }” is not a year from 1900 to { $last }.
err-count = “{ $text }” is not a whole number from 0 to { $most }.
err-degrees = “{ $text }”: write degrees from 0 to { $most }, such as -6.1361 or 6.1361 S.

err-name-sign = “{ $name }” is no name: it needs a letter or a figure.
err-required = “{ $field }” must be filled.
err-day-order = This comes before { $day }; check the two days.
