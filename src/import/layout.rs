//! Where the list stands in a sheet: the row of the headings, and which column is which field.
//!
//! A guess that the person corrects. Each field is taken at most once; what is not recognised is left out and shown.

use super::{
    header::{self, Meaning},
    sheet::{Line, Sheet, Showing},
    value,
};
use crate::domain::{
    Text,
    birth::Birth,
    day::Order,
    fold::{clean, fold},
    member::{Field, IdType, Member, Reading, Sex},
    phone,
    takes::Takes,
};

/// Lines looked at to find the headings.
pub(super) const LOOK: usize = 100;
/// Lines looked at to see what a column holds.
const SAMPLE: usize = 500;
/// Fewer values say nothing about a column.
const FEW: usize = 5;
/// Longest heading; a longer text is a title or a sentence.
const LONGEST: usize = 80;
/// Most columns that are looked at; what stands to their right is no list of members.
const WIDEST: usize = 1000;
/// Most rows that a heading of several rows has.
const DEEPEST: usize = 5;

/// How a sheet is read as a list of members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The row of the headings in the file, from 1; the last of them when there are several. `None`: all rows are data.
    pub header_row: Option<usize>,
    /// The heading of each column; blank where there is none.
    pub headings: Vec<String>,
    /// The field of each column; `None` leaves the column out.
    pub columns: Vec<Option<Field>>,
    /// The kind of identity paper that the heading of its number names.
    pub id_type: Option<IdType>,
    /// How dates are written in this list.
    pub order: Order,
}

impl Layout {
    /// Which column a field is read from.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|c| *c == Some(field))
    }

    /// What keeps the list from being read at all: nobody is a member without a surname, and without a number none of
    /// the members there are is meant.
    pub fn obstacle(&self) -> Option<Text> {
        let says_who = [Field::Surname, Field::Number, Field::FormerNumber, Field::IdNumber];
        let nobody = says_who.iter().all(|field| self.column(*field).is_none());
        nobody.then(|| Text::new("err-import-no-surname"))
    }

    /// Reads a column as `field`, or leaves it out. A field that another column had is taken from that one.
    pub fn assign(&mut self, column: usize, field: Option<Field>) {
        if let Some(field) = field {
            self.columns.iter_mut().filter(|c| **c == Some(field)).for_each(|c| *c = None);
        }
        if let Some(slot) = self.columns.get_mut(column) {
            *slot = field;
        }
        self.name_paper();
    }

    fn name_paper(&mut self) {
        let numbers = self.column(Field::IdNumber);
        self.id_type = numbers.and_then(|column| header::paper(&self.headings[column]));
    }

    /// Guesses the order of dates again, after the columns were changed by hand.
    pub fn reorder(&mut self, sheet: &Sheet, reading: &Reading) {
        self.order = order(self.data(sheet), self, *reading);
    }

    /// The lines of the list itself.
    pub fn data<'s>(&self, sheet: &'s Sheet) -> &'s [Line] {
        let start = self.header_row.map_or(0, |row| sheet.lines.partition_point(|line| line.number <= row));
        &sheet.lines[start..]
    }
}

/// The sheet that a list of members most likely stands in: of those that are shown, the one with most columns
/// recognised, then the first that is not empty.
pub fn choose(sheets: &[Sheet], reading: &Reading) -> usize {
    let score = |sheet: &Sheet| {
        let known = guess(sheet, reading).columns.iter().flatten().count();
        (!sheet.lines.is_empty(), sheet.showing == Showing::Visible, known)
    };
    (0..sheets.len()).rev().max_by_key(|at| score(&sheets[*at])).unwrap_or(0)
}

/// Guesses the layout of a sheet from its headings, and from what the columns hold where the headings say nothing.
pub fn guess(sheet: &Sheet, reading: &Reading) -> Layout {
    let header_row = find_headings(sheet);
    with_headings_at(sheet, header_row, reading)
}

/// Guesses the columns when the row of the headings is known; `None`: there are no headings.
pub fn with_headings_at(sheet: &Sheet, header_row: Option<usize>, reading: &Reading) -> Layout {
    let width = width(sheet);
    let headings = header_row.map_or_else(|| vec![String::new(); width], |row| headings(sheet, row));
    let mut layout =
        Layout { header_row, headings, columns: vec![None; width], id_type: None, order: Order::default() };
    let columns: Vec<Column> = (0..width).map(|at| Column::new(layout.data(sheet), at)).collect();
    by_heading(sheet, &mut layout, &columns, *reading);
    by_content(&mut layout, &columns, *reading);
    layout.name_paper();
    layout.order = order(layout.data(sheet), &layout, *reading);
    layout
}

/// The headings of all columns: the cells of that row, and where one is blank the nearest above it, as in a heading of
/// several rows with merged cells.
pub fn headings(sheet: &Sheet, row: usize) -> Vec<String> {
    let above =
        (row.saturating_sub(DEEPEST - 1)..row).rev().map_while(|r| sheet.line(r).filter(|line| !is_title(line)));
    let block: Vec<&Line> = sheet.line(row).into_iter().chain(above).collect();
    (0..width(sheet))
        .map(|column| {
            let text = block.iter().map(|line| line.cell(column).trim()).find(|text| !text.is_empty());
            text.filter(|t| t.chars().count() <= LONGEST).map(clean).unwrap_or_default()
        })
        .collect()
}

fn width(sheet: &Sheet) -> usize {
    sheet.width().min(WIDEST)
}

/// One cell alone is a title.
fn is_title(line: &Line) -> bool {
    line.cells().filter(|cell| !cell.trim().is_empty()).count() <= 1
}

/// What each column's heading means, also read together with the heading that stands over several columns.
fn meanings(sheet: &Sheet, row: usize) -> Vec<Option<(Meaning, usize)>> {
    let above = row.checked_sub(1).and_then(|r| sheet.line(r)).filter(|line| !is_title(line));
    let mut group = "";
    let own = sheet.line(row);
    let all = headings(sheet, row).into_iter().enumerate().map(|(column, heading)| {
        let over = above.map_or("", |line| line.cell(column)).trim();
        if !over.is_empty() {
            group = over;
        }
        let alone = header::meaning(&heading);
        let has_own = own.is_some_and(|line| !line.cell(column).trim().is_empty());
        if group.is_empty() || !has_own || group.chars().count() > LONGEST {
            return alone;
        }
        let weight = |m: &Option<(Meaning, usize)>| m.map_or(0, |(m, n)| if m == Meaning::Bare { 0 } else { n });
        let together = header::meaning(&format!("{group} {heading}"));
        // what the group means by itself says nothing about a column that has a meaning of its own: the group may have
        // ended before it
        let is_group_alone = weight(&alone) > 0 && together == header::meaning(group);
        if weight(&together) > weight(&alone) && !is_group_alone { together } else { alone }
    });
    all.collect()
}

/// The row of the headings: the one with most columns recognised, or else the first of full width above the data.
fn find_headings(sheet: &Sheet) -> Option<usize> {
    let mut best = (None, 0);
    let mut since = 0;
    for line in sheet.lines.iter().take(LOOK) {
        // with three columns recognised, only the lower rows of the same heading can still be better
        since += usize::from(best.1 >= 3);
        if since > DEEPEST {
            break;
        }
        let meanings = meanings(sheet, line.number);
        let own = |column: &usize| !line.cell(*column).trim().is_empty() && meanings[*column].is_some();
        if !(0..meanings.len()).any(|column| own(&column)) {
            continue;
        }
        let mut known: Vec<Meaning> = Vec::new();
        for (meaning, _) in meanings.iter().flatten() {
            if !known.contains(meaning) {
                known.push(*meaning);
            }
        }
        if known.len() > best.1 {
            best = (Some(line.number), known.len());
        }
    }
    let full = first_full(sheet);
    if best.1 >= 2 || (best.1 == 1 && (best.0 == full || sheet.width() == 1)) { best.0 } else { full }
}

/// The row of the headings by shape alone: titles are narrower than the table, headings are words.
fn first_full(sheet: &Sheet) -> Option<usize> {
    let lines = &sheet.lines[..sheet.lines.len().min(LOOK)];
    let filled = |line: &Line| line.cells().filter(|cell| !cell.trim().is_empty()).count();
    let widths: Vec<usize> = lines.iter().map(filled).collect();
    let usual = *widths.iter().max_by_key(|w| (widths.iter().filter(|x| x == w).count(), **w))?;
    let at = widths.iter().position(|w| *w * 5 >= usual * 4)?;
    let line = &lines[at];
    let is_last = at + 1 == sheet.lines.len();
    let is_words = line.cells().all(|cell| cell.trim().is_empty() || cell.chars().any(char::is_alphabetic));
    if is_words && !is_last {
        return Some(line.number);
    }
    let before = at.checked_sub(1).map(|before| lines[before].number)?;
    if before + 1 == line.number { Some(before) } else { (!is_last).then_some(line.number) }
}

/// What stands in one column: a sample of its values.
struct Column<'s> {
    values: Vec<&'s str>,
}

impl<'s> Column<'s> {
    fn new(data: &'s [Line], at: usize) -> Self {
        let values = data.iter().take(SAMPLE).map(|line| line.cell(at).trim());
        Self { values: values.filter(|value| !fold(value).is_empty()).collect() }
    }

    /// Whether at least `percent` of the values pass.
    fn mostly(&self, percent: usize, passes: impl Fn(&str) -> bool) -> bool {
        let good = self.values.iter().filter(|value| passes(value)).count();
        !self.values.is_empty() && good * 100 >= self.values.len() * percent
    }

    /// Whether the column counts the rows: 1, 2, 3 …
    fn counts_rows(&self) -> bool {
        let number = |value: &str| value.trim_end_matches(".0").trim_end_matches('.').parse::<u64>().ok();
        let numbers: Vec<u64> = self.values.iter().filter_map(|value| number(value)).collect();
        numbers.len() * 5 >= self.values.len() * 3
            && numbers.first() == Some(&1)
            && numbers.windows(2).filter(|w| w[1] == w[0] + 1).count() * 5 >= (numbers.len() - 1) * 4
    }
}

/// Whether a column may hold the field: a heading such as `contact`, `statut` or `langue` is also used for other things.
fn is_plausible(field: Field, column: &Column, reading: Reading) -> bool {
    let is_ambiguous = matches!(field, Field::Phone | Field::Role | Field::Status | Field::IdType | Field::Sex)
        || field.takes().is_some_and(|takes| takes != Takes::Text);
    let reads = |text: &str| {
        value::said(text, field, false).is_none_or(|v| value::set(&mut Member::default(), field, v, reading).is_ok())
    };
    !is_ambiguous || column.values.len() < FEW || column.mostly(50, reads)
}

fn by_heading(sheet: &Sheet, layout: &mut Layout, columns: &[Column], reading: Reading) {
    let Some(row) = layout.header_row else { return };
    let meanings = meanings(sheet, row);
    // the export's heading `number` is told from anybody's "Number" by its company
    let own = |code: &str| layout.headings.iter().position(|h| h == code);
    if let (Some(number), Some(_)) = (own("number"), own("post_name")) {
        layout.columns[number] = Some(Field::Number);
    }
    let mut wanted: Vec<(usize, usize, Meaning)> =
        meanings.iter().enumerate().filter_map(|(at, m)| m.map(|(meaning, weight)| (at, weight, meaning))).collect();
    wanted.sort_by_key(|(at, weight, _)| (std::cmp::Reverse(*weight), *at));
    for (at, weight, meaning) in &wanted {
        let Meaning::Field(field) = meaning else { continue };
        let field = match field {
            // "Pièce d'identité" heads the kind as often as the number
            Field::IdNumber if *weight < header::CERTAIN && columns[*at].mostly(60, is_paper) => Field::IdType,
            other => *other,
        };
        // the column for signatures of a list to be printed is empty
        let is_to_sign = field == Field::Mark && columns[*at].values.is_empty();
        let fits = *weight == header::CERTAIN || !is_to_sign && is_plausible(field, &columns[*at], reading);
        if fits && layout.columns[*at].is_none() && layout.column(field).is_none() {
            layout.columns[*at] = Some(field);
        }
    }
    second_name(layout, &wanted);
    // Numbers of the list's own register are those from before Ushirika, which gives its own on admission. A bare "N°"
    // that counts the rows is nobody's number.
    for (at, _, meaning) in &wanted {
        let is_number = match meaning {
            Meaning::Register => true,
            Meaning::Bare => !columns[*at].counts_rows(),
            Meaning::Field(_) => false,
        };
        let field = if layout.column(Field::FormerNumber).is_none() { Field::FormerNumber } else { Field::Number };
        if is_number && layout.columns[*at].is_none() && layout.column(field).is_none() {
            let fits =
                field != Field::Number || columns[*at].mostly(90, |v| crate::domain::member::parse_number(v).is_ok());
            layout.columns[*at] = fits.then_some(field);
        }
    }
}

fn is_paper(value: &str) -> bool {
    IdType::parse(value).is_ok() && !value.bytes().any(|b| b.is_ascii_digit())
}

/// `Surname` and `Name`: the plain one is the given name.
fn second_name(layout: &mut Layout, wanted: &[(usize, usize, Meaning)]) {
    let Some(first) = layout.column(Field::Surname) else { return };
    let plain = |at: usize| matches!(fold(&layout.headings[at]).as_str(), "name" | "names");
    let names: Vec<usize> =
        wanted.iter().filter(|(_, _, m)| *m == Meaning::Field(Field::Surname)).map(|(at, _, _)| *at).collect();
    let &[a, b] = names.as_slice() else { return };
    let (surname, given) = match (plain(a), plain(b)) {
        (false, true) => (a, b),
        (true, false) => (b, a),
        _ => return,
    };
    if layout.column(Field::GivenName).is_none() {
        layout.columns[first] = None;
        layout.columns[surname] = Some(Field::Surname);
        layout.columns[given] = Some(Field::GivenName);
    }
}

/// Fields of columns without heading, from what they hold.
fn by_content(layout: &mut Layout, columns: &[Column], reading: Reading) {
    let year = chrono::Datelike::year(&reading.today);
    let is_birth = |v: &str| {
        let birth = [Order::Dmy, Order::Mdy].iter().find_map(|order| Birth::parse(v, reading.today, *order).ok());
        v.len() >= 6 && birth.is_some_and(|b| b.is_exact() && (12..=100).contains(&(year - b.year())))
    };
    let is_phone = |v: &str| {
        let digits = v.bytes().filter(u8::is_ascii_digit).count();
        digits >= 8 && v.len() <= 20 && phone::parse(v, reading.country).is_ok_and(|p| p.starts_with('+'))
    };
    let is_name = |v: &str| v.chars().all(|c| c.is_alphabetic() || " '’-.".contains(c)) && v.chars().count() >= 3;
    let has_headings = layout.header_row.is_some();
    for (at, column) in columns.iter().enumerate() {
        if layout.columns[at].is_some() || !is_silent(&layout.headings[at]) || column.values.len() < 2 {
            continue;
        }
        let found = match () {
            () if column.mostly(80, |v| Sex::parse(v).is_ok()) => Field::Sex,
            () if column.mostly(80, is_birth) => Field::Birth,
            () if column.mostly(80, is_phone) => Field::Phone,
            () if !has_headings && column.mostly(80, is_name) => Field::Surname,
            () => continue,
        };
        if layout.column(found).is_none() {
            layout.columns[at] = Some(found);
        }
    }
}

/// Whether a heading says nothing: blank, or what programs put there (`Column1`, `Colonne 2`, `Champ3`).
fn is_silent(heading: &str) -> bool {
    let word = fold(heading);
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    matches!(word, "" | "column" | "colonne" | "champ" | "field" | "unnamed" | "col")
}

/// The order of dates that reads most values; of equals day, month, year.
fn order(data: &[Line], layout: &Layout, reading: Reading) -> Order {
    let is_day = |field: Field| {
        matches!(field, Field::Birth | Field::JoinedOn | Field::IdExpiresOn)
            || matches!(field.takes(), Some(Takes::Day | Takes::PastDay))
    };
    let columns = layout.columns.iter().enumerate().filter_map(|(column, field)| Some((column, (*field)?)));
    let columns: Vec<(usize, Field)> = columns.filter(|(_, field)| is_day(*field)).collect();
    let wrong = |order: Order| {
        let mut member = Member::default();
        let reading = Reading { order, ..reading };
        let cells = data.iter().flat_map(|line| columns.iter().map(|(column, field)| (line.cell(*column), *field)));
        cells.filter(|(text, field)| member.set(*field, text, &reading).is_err()).count()
    };
    if wrong(Order::Dmy) == 0 {
        return Order::Dmy;
    }
    [Order::Dmy, Order::Mdy, Order::Ymd].into_iter().min_by_key(|order| wrong(*order)).unwrap_or_default()
}
