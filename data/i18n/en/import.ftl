# import
import-kind-archive = an archive of files
import-kind-binary = a file of another program
import-kind-book = a book of Ushirika
import-kind-document = a text document or a presentation
import-kind-json = data in JSON
import-kind-page = a web page or a file in XML
import-kind-pdf = a PDF document
import-kind-picture = a picture
import-kind-xlsb = a workbook in binary form (XLSB)

err-import-bytes = The file is larger than { $limit } MB. Keep only the list in it, or divide it.
err-import-broken = The file “{ $file }” is damaged. Open it in a spreadsheet program, save it again and import that one.
err-import-cancelled = Given up; nothing was changed.
err-import-empty = There is nothing in the file “{ $file }”.
err-import-kind = The file “{ $file }” is { $kind }, not a list. Save the list as CSV, XLSX or ODS and import that.
err-import-locked = The file is locked by a password. Open it in a spreadsheet program, save it without a password and import that.
err-import-no-surname = No column is read as the surname or as a number of members. Choose the one that holds it.
err-import-sheet = The file has no sheet “{ $sheet }”. It has: { $known }.
err-import-size = The table is too large: { $lines } lines and { $cells } cells are read at most. Delete what does not belong to the list, or divide it.
err-import-total = This line looks like a total, not like a member.

err-import-map-date = “{ $text }” is not an order of dates; write dmy, mdy or ymd.
err-import-map-decimal = “{ $text }” is not a decimal sign; write "," or ".".
err-import-map-field = There is no field “{ $text }”. The fields are: { $known }.
err-import-map-form = The mapping file cannot be read at line { $line }: { $reason }
err-import-map-heading = The list has no column “{ $heading }”. It has: { $known }.
err-import-map-twice = The field “{ $field }” is given to two columns.

warn-import-fault = The cell holds the error { $text } of the spreadsheet; it counts as blank.
warn-import-phone = Of “{ $text }”, { $phone } is kept.
warn-import-serial = “{ $text }” is how spreadsheets count days: { $day } is recorded.
warn-import-year = Only the year is known (“{ $text }”): { $day } is recorded.

# The screen of an import
import-reading = Reading the file…
import-wait = The file is still being read; Esc gives up.
import-one-sheet = The file has one sheet only.
import-nothing = There is nothing to write.
import-lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
import-hidden = hidden
import-counts = new { $new }  changed { $changed }  same { $same }  refused { $refused }
import-write-members = { $count ->
    [one] F2 writes 1 row as one change, as a member.
   *[other] F2 writes { $count } rows as one change, as members.
}
import-write-applicants = { $count ->
    [one] F2 writes 1 row as one change, as an applicant.
   *[other] F2 writes { $count } rows as one change, as applicants.
}
import-row-look = One row
import-row-name = row { $row }
import-row = row
import-outcome = outcome
import-what = what
import-done = { $count ->
    [one] One row is written; u undoes it.
   *[other] { $count } rows are written as one change; u undoes it.
}{ $refused ->
    [0] {""}
    [one] {" "}One refused row is not in it.
   *[other] {" "}{ $refused } refused rows are not in it.
}
import-alike = looks like { $name } ({ $why })

rows-all = All rows
rows-new = New
rows-changed = Changed
rows-same = Same
rows-refused = Refused
row-new = new
row-changed = changed
row-same = same
row-refused = refused
row-left-out = left out

column-nothing = left out
column-heading = column in the file
column-field = field
column-sample = what stands in it

# Meanings of columns that are kept
import-mapping = columns: “{ $name }” (saved)
field-mapping = Name
hint-mapping = Solange’s list, federation form…
mapping-replaces = “{ $name }” exists already and would be replaced.
mapping-saved = Saved: “{ $name }” is recognised when the same headings come again.
mapping-forgotten = “{ $name }” is no longer kept.
mapping-none = No columns are saved yet; s saves these.
mapping-columns = { $count ->
    [one] 1 column
   *[other] { $count } columns
}
