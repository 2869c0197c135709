//! A list of what was there when the book began: members with shares, arrears and credits, or accounts with balances.
//!
//! What a column is follows from its heading, in English and French; a mapping can say it instead. Who and which account
//! is meant is not known here.

use super::{
    header::{self, Meaning},
    layout,
    mapping::{self, Mapping},
    roster::is_total,
    sheet::{Line, Sheet, Showing},
};
use crate::domain::{
    Text,
    amount::Amount,
    day,
    fold::{clean, fold},
    guard::guarded,
    member::{Field, Reading},
};
use chrono::NaiveDate;

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The number of a member, of today or of the old register.
    Number,
    /// The name of a member or a part of it.
    Name,
    /// The name of an account.
    Account,
    /// The name of a fund.
    Fund,
    /// How many shares somebody holds.
    Shares,
    /// How many of them are paid.
    SharesPaid,
    /// How much of them is paid.
    Paid,
    /// What one share is worth.
    ShareValue,
    /// What was owed.
    Arrears,
    /// By when it should have been paid.
    ArrearsOn,
    /// What was paid beyond what was owed.
    Credit,
    /// What stood on the account.
    Balance,
    /// The currency of the row.
    Currency,
}

impl Column {
    /// All, with the names that mappings and JSON have for them.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Number, "number"),
        (Self::Name, "name"),
        (Self::Account, "account"),
        (Self::Fund, "fund"),
        (Self::Shares, "shares"),
        (Self::SharesPaid, "shares_paid"),
        (Self::Paid, "paid"),
        (Self::ShareValue, "share_value"),
        (Self::Arrears, "arrears"),
        (Self::ArrearsOn, "arrears_on"),
        (Self::Credit, "credit"),
        (Self::Balance, "balance"),
        (Self::Currency, "currency"),
    ];

    /// Its name in mappings and JSON.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(column, _)| *column == self).map_or("", |(_, code)| code)
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code.trim()).map(|(column, _)| *column)
    }

    /// Whether several columns may be this: names stand in parts.
    const fn is_in_parts(self) -> bool {
        matches!(self, Self::Name)
    }
}

/// Words of a heading, folded, any order; the most words win, then the earlier line.
const PATTERNS: &[(&str, Column)] = &[
    ("valeur nominale", Column::ShareValue),
    ("valeur part", Column::ShareValue),
    ("nominal", Column::ShareValue),
    ("share value", Column::ShareValue),
    ("value share", Column::ShareValue),
    ("parts liberees", Column::SharesPaid),
    ("parts payees", Column::SharesPaid),
    ("shares paid", Column::SharesPaid),
    ("montant libere", Column::Paid),
    ("montant verse", Column::Paid),
    ("montant paye", Column::Paid),
    ("amount paid", Column::Paid),
    ("paid up", Column::Paid),
    ("capital libere", Column::Paid),
    ("verse", Column::Paid),
    ("libere", Column::Paid),
    ("paid", Column::Paid),
    ("paye", Column::Paid),
    ("date arrieres", Column::ArrearsOn),
    ("arrieres depuis", Column::ArrearsOn),
    ("arrears since", Column::ArrearsOn),
    ("echeance", Column::ArrearsOn),
    ("depuis", Column::ArrearsOn),
    ("since", Column::ArrearsOn),
    ("due on", Column::ArrearsOn),
    ("arrieres", Column::Arrears),
    ("arriere", Column::Arrears),
    ("arrears", Column::Arrears),
    ("impayes", Column::Arrears),
    ("dette", Column::Arrears),
    ("dettes", Column::Arrears),
    ("doit", Column::Arrears),
    ("reste payer", Column::Arrears),
    ("owes", Column::Arrears),
    ("owed", Column::Arrears),
    ("debt", Column::Arrears),
    ("paye avance", Column::Credit),
    ("paid ahead", Column::Credit),
    ("trop percu", Column::Credit),
    ("avance", Column::Credit),
    ("avances", Column::Credit),
    ("avoir", Column::Credit),
    ("credit", Column::Credit),
    ("credits", Column::Credit),
    ("devise", Column::Currency),
    ("monnaie", Column::Currency),
    ("currency", Column::Currency),
    ("fonds", Column::Fund),
    ("fund", Column::Fund),
    ("solde", Column::Balance),
    ("soldes", Column::Balance),
    ("balance", Column::Balance),
    ("montant", Column::Balance),
    ("amount", Column::Balance),
    ("compte", Column::Account),
    ("comptes", Column::Account),
    ("caisse", Column::Account),
    ("account", Column::Account),
    ("cash box", Column::Account),
    ("parts sociales", Column::Shares),
    ("parts", Column::Shares),
    ("shares", Column::Shares),
];

/// What a heading means.
fn meaning(heading: &str) -> Option<Column> {
    if let Some(column) = Column::of_code(heading) {
        return Some(column);
    }
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(' ').collect();
    let mut best: Option<(Column, usize)> = None;
    for (pattern, column) in PATTERNS {
        let count = pattern.split(' ').count();
        let has_all = pattern.split(' ').all(|word| words.contains(&word));
        if has_all && best.is_none_or(|(_, most)| count > most) {
            best = Some((*column, count));
        }
    }
    if let Some((column, _)) = best {
        return Some(column);
    }
    match header::meaning(heading)?.0 {
        Meaning::Register | Meaning::Bare | Meaning::Field(Field::Number | Field::FormerNumber) => Some(Column::Number),
        Meaning::Field(Field::Surname | Field::PostName | Field::GivenName) => Some(Column::Name),
        Meaning::Field(Field::Shares) => Some(Column::Shares),
        Meaning::Field(Field::SharesPaid) => Some(Column::SharesPaid),
        Meaning::Field(_) => None,
    }
}

/// Where the list stands and what its columns are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The place of the sheet.
    pub sheet: usize,
    header_row: Option<usize>,
    columns: Vec<Option<Column>>,
    order: day::Order,
    decimal: Option<char>,
}

/// Finds the list in a file, as a mapping says or by its headings.
///
/// # Errors
/// A sheet or a heading that the file does not have, or headings that say neither who nor which account.
pub fn find(sheets: &[Sheet], mapping: &Mapping) -> Result<Layout, Text> {
    let score = |sheet: &Sheet| {
        let known = guess(sheet, mapping).map_or(0, |(_, columns)| columns.iter().flatten().count());
        (sheet.showing == Showing::Visible, known)
    };
    let at = match &mapping.sheet {
        Some(name) => mapping::named(sheets, name)?,
        None => (0..sheets.len()).rev().max_by_key(|at| score(&sheets[*at])).unwrap_or(0),
    };
    let (header_row, columns) = if mapping.columns.is_empty() {
        guess(&sheets[at], mapping).ok_or_else(|| Text::new("err-opening-columns"))?
    } else {
        assigned(&sheets[at], mapping)?
    };
    let says_who = columns.iter().flatten().any(|c| matches!(c, Column::Number | Column::Name | Column::Account));
    if !says_who {
        return Err(Text::new("err-opening-columns"));
    }
    let decimal = mapping.decimal.as_deref().and_then(|sign| sign.chars().next());
    Ok(Layout { sheet: at, header_row, columns, order: mapping.order()?.unwrap_or_default(), decimal })
}

type Found = (Option<usize>, Vec<Option<Column>>);

/// The row of the headings that says most, and its columns.
fn guess(sheet: &Sheet, mapping: &Mapping) -> Option<Found> {
    let rows = sheet.lines.iter().take(layout::LOOK).map(|line| line.number);
    let rows: Vec<usize> = mapping.header_row.map_or_else(|| rows.collect(), |row| vec![row]);
    let mut best: Option<(usize, Found)> = None;
    for row in rows {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for heading in layout::headings(sheet, row) {
            let column = meaning(&heading).filter(|c| c.is_in_parts() || !columns.contains(&Some(*c)));
            columns.push(column);
        }
        let known = columns.iter().flatten().count();
        if known >= 2 && best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, (Some(row), columns)));
        }
    }
    best.map(|(_, found)| found)
}

/// The columns as a mapping names them.
fn assigned(sheet: &Sheet, mapping: &Mapping) -> Result<Found, Text> {
    let row = mapping.header_row.or_else(|| mapping.find_headings(sheet)).filter(|row| *row > 0);
    let headings =
        row.map_or_else(|| (0..sheet.width()).map(mapping::letters).collect(), |row| layout::headings(sheet, row));
    let mut columns = vec![None; headings.len()];
    for (heading, code) in &mapping.columns {
        let at = headings.iter().position(|known| fold(known) == fold(heading)).ok_or_else(|| {
            let text = Text::new("err-import-map-heading").with("heading", heading.as_str());
            text.with("known", headings.join(", "))
        })?;
        columns[at] = Column::of_code(code);
    }
    Ok((row, columns))
}

/// Something wrong, or worth a look, in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The column that it is about.
    pub column: Column,
    /// What is wrong and what would be right.
    pub text: Text,
}

/// A row of the list, read as far as it can be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its row in the file, from 1.
    pub line: usize,
    /// What is said of who is meant.
    pub number: String,
    /// The name as it stands there.
    pub name: String,
    /// The account.
    pub account: String,
    /// The fund.
    pub fund: String,
    /// Shares held.
    pub shares: Option<u32>,
    /// Shares paid.
    pub shares_paid: Option<u32>,
    /// How much of the shares is paid.
    pub paid: Option<Amount>,
    /// What one share is worth.
    pub share_value: Option<Amount>,
    /// What was owed.
    pub arrears: Option<Amount>,
    /// By when it should have been paid.
    pub arrears_on: Option<NaiveDate>,
    /// What was paid beyond it.
    pub credit: Option<Amount>,
    /// What stood on the account.
    pub balance: Option<Amount>,
    /// Whether the currency of the balance stands there; else it is the usual one.
    pub says_currency: bool,
    /// What is wrong in its texts.
    pub issues: Vec<Issue>,
}

/// Reads the rows below the headings; amounts without a currency are of the `usual` one.
pub fn read(sheet: &Sheet, layout: &Layout, reading: &Reading, usual: &str) -> Vec<Row> {
    let start = layout.header_row.map_or(0, |row| sheet.lines.partition_point(|line| line.number <= row));
    sheet.lines[start..].iter().map(|line| read_row(line, layout, *reading, usual)).collect()
}

fn read_row(line: &Line, layout: &Layout, reading: Reading, usual: &str) -> Row {
    let mut row = Row { line: line.number, ..Row::default() };
    let cells = layout.columns.iter().enumerate().filter_map(|(at, column)| Some(((*column)?, said(line.cell(at))?)));
    let cells: Vec<(Column, String)> = cells.collect();
    let mut usual = usual.to_owned();
    if let Some((_, text)) = cells.iter().find(|(column, _)| *column == Column::Currency) {
        match Amount::parse(&format!("1 {text}"), &usual) {
            Ok(amount) => (usual, row.says_currency) = (amount.currency, true),
            Err(text) => row.issues.push(Issue { column: Column::Currency, text }),
        }
    }
    for (column, text) in &cells {
        if let Err(text) = row.set(*column, text, layout, reading, &usual) {
            row.issues.push(Issue { column: *column, text });
        }
    }
    if is_total(line) {
        row.issues.push(Issue { column: Column::Name, text: Text::new("err-import-total") });
    }
    row
}

impl Row {
    fn set(&mut self, column: Column, text: &str, layout: &Layout, reading: Reading, usual: &str) -> Result<(), Text> {
        match column {
            Column::Number => self.number = text.strip_suffix(".0").unwrap_or(text).to_owned(),
            Column::Name => self.name = clean(&format!("{} {text}", self.name)),
            Column::Account => text.clone_into(&mut self.account),
            Column::Fund => text.clone_into(&mut self.fund),
            Column::Shares => self.shares = Some(count(text)?),
            Column::SharesPaid => self.shares_paid = Some(count(text)?),
            Column::Paid => self.paid = Some(amount(text, layout.decimal, usual)?),
            Column::ShareValue => self.share_value = Some(amount(text, layout.decimal, usual)?),
            Column::Arrears => self.arrears = Some(amount(text, layout.decimal, usual)?).filter(|a| a.minor != 0),
            Column::ArrearsOn => self.arrears_on = Some(day::parse(text, reading.today, layout.order)?),
            Column::Credit => self.credit = Some(amount(text, layout.decimal, usual)?).filter(|a| a.minor != 0),
            Column::Balance => {
                self.balance = Some(amount(text, layout.decimal, usual)?);
                self.says_currency |= text.contains(|c: char| c.is_alphabetic() || "$€".contains(c));
            }
            Column::Currency => {}
        }
        Ok(())
    }
}

/// What a cell says; `None` when it is blank or a sign for nothing.
fn said(cell: &str) -> Option<String> {
    let cell = guarded(cell.trim()).unwrap_or(cell.trim());
    let says = cell.contains(|c: char| c.is_alphanumeric() || "$€".contains(c));
    (says && !["neant", "nil", "none", "n a"].contains(&fold(cell).as_str())).then(|| clean(cell))
}

fn count(text: &str) -> Result<u32, Text> {
    /// More shares nobody holds.
    const MOST: u32 = 1_000_000;
    let digits: String = text.strip_suffix(".0").unwrap_or(text).chars().filter(|c| !c.is_whitespace()).collect();
    let count = digits.parse().ok().filter(|count| *count <= MOST);
    count.ok_or_else(|| Text::new("err-count").with("text", text).with("most", MOST))
}

/// An amount; where the mapping says which sign parts the decimals, three digits behind it are no thousands.
fn amount(text: &str, decimal: Option<char>, usual: &str) -> Result<Amount, Text> {
    let Some(sign) = decimal else { return Amount::parse(text, usual) };
    let other = if sign == ',' { '.' } else { ',' };
    let text: String = text.chars().filter(|c| *c != other).collect();
    let behind = text.rsplit_once(sign).map(|(_, behind)| behind.chars().take_while(char::is_ascii_digit).count());
    if behind.is_some_and(|digits| digits > 2) {
        return Err(Text::new("err-amount").with("text", text));
    }
    Amount::parse(&text, usual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::book::Country,
        import::{sheet, unwatched},
    };

    fn reading() -> Reading {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Reading { today, country: Country::Cd, order: day::Order::Dmy }
    }

    fn rows_as(text: &str, mapping: &Mapping) -> Vec<Row> {
        let sheets = sheet::read(text.as_bytes(), "ouverture.csv", &unwatched).unwrap();
        let layout = find(&sheets, mapping).unwrap();
        read(&sheets[layout.sheet], &layout, &reading(), "CDF")
    }

    fn rows(text: &str) -> Vec<Row> {
        rows_as(text, &Mapping::default())
    }

    fn cdf(minor: i64) -> Amount {
        Amount { minor, currency: "CDF".to_owned() }
    }

    #[test]
    fn a_list_as_treasurers_keep_it() {
        let rows = rows(
            "Situation au 31/12/2025\n\nN° membre;Nom et post-nom;Parts;Montant libéré;Arriérés;Depuis;Avances;Devise\n\
             12;Kabeya Ngoyi;10;35 000;15.000;1/9/2025;-;FC\n0147;;;;20,50;;;$\n;Ilunga;x;;;;néant;\nTotal;;10;35 000;;;;\n",
        );
        assert_eq!(rows.len(), 4);
        let first = &rows[0];
        assert_eq!((first.number.as_str(), first.name.as_str(), first.shares), ("12", "Kabeya Ngoyi", Some(10)));
        assert_eq!((&first.paid, &first.arrears, &first.credit), (&Some(cdf(3_500_000)), &Some(cdf(1_500_000)), &None));
        assert_eq!(first.arrears_on, NaiveDate::from_ymd_opt(2025, 9, 1));
        assert_eq!(rows[1].arrears, Some(Amount { minor: 2050, currency: "USD".to_owned() }));
        assert_eq!(rows[2].issues[0].text.id, "err-count");
        assert_eq!(rows[3].issues[0].text.id, "err-import-total");
    }

    #[test]
    fn accounts_and_funds_have_balances() {
        let rows = rows("Account,Fund,Balance\nCash box,,\"1,284,500\"\nCash box,Social fund,200000.00\n");
        assert_eq!((rows[0].account.as_str(), &rows[0].balance), ("Cash box", &Some(cdf(128_450_000))));
        assert_eq!((rows[1].fund.as_str(), &rows[1].balance), ("Social fund", &Some(cdf(20_000_000))));
    }

    #[test]
    fn headings_mean_the_same_in_both_languages() {
        for (headings, column) in [
            (["Valeur de la part", "Share value"], Column::ShareValue),
            (["Parts libérées", "Shares paid"], Column::SharesPaid),
            (["Montant versé", "Amount paid"], Column::Paid),
            (["Parts sociales", "Shares"], Column::Shares),
            (["Doit", "Owes"], Column::Arrears),
            (["Ancien numéro", "Old number"], Column::Number),
            (["Prénom", "Given name"], Column::Name),
            (["Solde", "Balance"], Column::Balance),
        ] {
            assert_eq!(headings.map(meaning), [Some(column); 2], "{headings:?}");
        }
    }

    #[test]
    fn a_mapping_says_what_headings_do_not() {
        let mapping = "decimal = ','\nheader_row = 0\n[columns]\nA = 'number'\nB = 'arrears'\n";
        let codes: Vec<&str> = Column::ALL.iter().map(|(_, code)| *code).collect();
        let mapping = Mapping::parse_for(mapping, &codes).unwrap();
        let rows = rows_as("12;1.500,50\n13;1,500\n", &mapping);
        assert_eq!(rows[0].arrears, Some(cdf(150_050)));
        assert_eq!(rows[1].issues[0].text.id, "err-amount");
        assert_eq!(Mapping::parse_for("[columns]\nA = 'sex'", &codes).unwrap_err().id, "err-import-map-field");
    }

    #[test]
    fn a_list_of_something_else_is_none() {
        let sheets = sheet::read(b"a;b\n1;2\n", "x.csv", &unwatched).unwrap();
        assert_eq!(find(&sheets, &Mapping::default()).unwrap_err().id, "err-opening-columns");
    }
}
