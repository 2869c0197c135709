//! The mapping file of the command line: which heading is which field, as TOML.
//!
//! ```toml
//! sheet = "Membres"
//! header_row = 4          # 0: there are no headings, columns are named A, B, C …
//! date = "dmy"
//! decimal = ","
//! [columns]
//! "Nom" = "surname"
//! "Chef de puits" = ""    # left out
//! ```
//!
//! What is not named is left out; without `[columns]` they are guessed.

use super::{
    layout::{self, Layout},
    sheet::Sheet,
};
use crate::domain::{
    Text,
    day::Order,
    fold::fold,
    member::{Field, Reading},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A mapping as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row of the headings, from 1; 0: there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<usize>,
    /// How dates are written: `dmy`, `mdy` or `ymd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The sign before decimals; for lists of amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<String>,
    /// Heading to field; a blank field leaves the column out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
}

const ORDERS: [(&str, Order); 3] = [("dmy", Order::Dmy), ("mdy", Order::Mdy), ("ymd", Order::Ymd)];

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// What is wrong and what would be right: `err-import-map-form`, `-date`, `-decimal`, `-field`, `-twice`.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let mapping: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            Text::new("err-import-map-form").with("line", line).with("reason", error.message())
        })?;
        mapping.order()?;
        if let Some(decimal) = mapping.decimal.as_deref().filter(|d| !matches!(*d, "," | ".")) {
            return Err(Text::new("err-import-map-decimal").with("text", decimal));
        }
        let mut fields = Vec::new();
        for code in mapping.columns.values() {
            if let Some(field) = field(code)? {
                if fields.contains(&field) {
                    return Err(Text::new("err-import-map-twice").with("field", field.code()));
                }
                fields.push(field);
            }
        }
        Ok(mapping)
    }

    /// The mapping that says what a layout says.
    pub fn of(sheet: &Sheet, layout: &Layout) -> Self {
        let columns = layout.columns.iter().enumerate().filter_map(|(at, field)| {
            let heading = layout.header_row.map_or_else(|| letters(at), |_| layout.headings[at].clone());
            Some((heading, (*field)?.code().to_owned()))
        });
        let date = ORDERS.iter().find(|(_, order)| *order == layout.order).map(|(code, _)| (*code).to_owned());
        Self {
            sheet: Some(sheet.name.clone()),
            header_row: Some(layout.header_row.unwrap_or(0)),
            date,
            decimal: None,
            columns: columns.collect(),
        }
    }

    /// The mapping as a file.
    pub fn write(&self) -> String {
        toml::to_string(self).expect("strings and a number have a form in TOML")
    }

    /// Which sheet is meant, by its place in `sheets`, and how it is read.
    ///
    /// # Errors
    /// A sheet or a heading that the file does not have: `err-import-sheet`, `err-import-map-heading`.
    pub fn apply(&self, sheets: &[Sheet], reading: &Reading) -> Result<(usize, Layout), Text> {
        let at = match &self.sheet {
            Some(name) => named(sheets, name)?,
            None => layout::choose(sheets, reading),
        };
        let sheet = &sheets[at];
        let mut found = match self.header_row.or_else(|| self.find_headings(sheet)) {
            None => layout::guess(sheet, reading),
            Some(row) => layout::with_headings_at(sheet, (row > 0).then_some(row), reading),
        };
        if !self.columns.is_empty() {
            found.columns.fill(None);
            for (heading, code) in &self.columns {
                let column = column(&found, heading).ok_or_else(|| {
                    let known: Vec<&str> =
                        found.headings.iter().map(String::as_str).filter(|h| !h.is_empty()).collect();
                    Text::new("err-import-map-heading")
                        .with("heading", heading.as_str())
                        .with("known", known.join(", "))
                })?;
                found.assign(column, field(code)?);
            }
            found.reorder(sheet, reading);
        }
        if let Some(order) = self.order()? {
            found.order = order;
        }
        Ok((at, found))
    }

    fn order(&self) -> Result<Option<Order>, Text> {
        let Some(code) = &self.date else { return Ok(None) };
        let known = ORDERS.iter().find(|(name, _)| name == code).map(|(_, order)| *order);
        known.map(Some).ok_or_else(|| Text::new("err-import-map-date").with("text", code.as_str()))
    }

    /// The first row that has all the headings named here.
    fn find_headings(&self, sheet: &Sheet) -> Option<usize> {
        let wanted: Vec<String> = self.columns.keys().map(|heading| fold(heading)).collect();
        let has_all = |row: usize| {
            let headings: Vec<String> = layout::headings(sheet, row).iter().map(|h| fold(h)).collect();
            wanted.iter().all(|heading| headings.contains(heading))
        };
        let rows = sheet.lines.iter().take(layout::LOOK).map(|line| line.number);
        if wanted.is_empty() { None } else { rows.into_iter().find(|row| has_all(*row)) }
    }
}

/// The place of the sheet with that name; case and accents do not matter.
///
/// # Errors
/// `err-import-sheet` with the sheets there are.
pub fn named(sheets: &[Sheet], name: &str) -> Result<usize, Text> {
    let exact = sheets.iter().position(|sheet| sheet.name == name);
    exact.or_else(|| sheets.iter().position(|sheet| fold(&sheet.name) == fold(name))).ok_or_else(|| {
        let known: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        Text::new("err-import-sheet").with("sheet", name).with("known", known.join(", "))
    })
}

fn column(layout: &Layout, heading: &str) -> Option<usize> {
    if layout.header_row.is_none() {
        return (0..layout.columns.len()).find(|at| letters(*at).eq_ignore_ascii_case(heading.trim()));
    }
    let exact = layout.headings.iter().position(|h| h.trim() == heading.trim());
    exact.or_else(|| layout.headings.iter().position(|h| fold(h) == fold(heading)))
}

fn field(code: &str) -> Result<Option<Field>, Text> {
    if code.trim().is_empty() {
        return Ok(None);
    }
    let known = || Field::ALL.iter().map(|f| f.code()).collect::<Vec<_>>().join(", ");
    Field::from_code(code)
        .map(Some)
        .map_err(|_| Text::new("err-import-map-field").with("text", code).with("known", known()))
}

/// `A`, `B`, … `Z`, `AA`: how spreadsheet programs name columns.
pub fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{book::Country, member::IdType},
        import::{sheet, unwatched},
    };

    fn reading() -> Reading {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Reading { today, country: Country::Cd, order: Order::Dmy }
    }

    fn sheets(text: &str) -> Vec<Sheet> {
        sheet::read(text.as_bytes(), "liste.csv", &unwatched).unwrap()
    }

    #[test]
    fn a_mapping_says_what_a_layout_says() {
        let sheets = sheets("Liste\n\nNom;Né le;Carte d'électeur;x\nKabeya;12/31/1990;123;y\n");
        let (_, guessed) = Mapping::default().apply(&sheets, &reading()).unwrap();
        assert_eq!((guessed.header_row, guessed.order, guessed.id_type), (Some(3), Order::Mdy, Some(IdType::Voter)));
        let mapping = Mapping::of(&sheets[0], &guessed);
        let again = Mapping::parse(&mapping.write()).unwrap();
        assert_eq!(again, mapping);
        assert_eq!(again.apply(&sheets, &reading()).unwrap(), (0, guessed));
    }

    #[test]
    fn what_is_not_named_is_left_out() {
        let sheets = sheets("a;b;c\nKabeya;F;1990\nNgoyi;M;1991\n");
        let mapping = Mapping::parse("[columns]\n\"A\" = \"surname\"\nc = \"\"\n").unwrap();
        let (_, layout) = mapping.apply(&sheets, &reading()).unwrap();
        assert_eq!((layout.header_row, layout.columns), (Some(1), vec![Some(Field::Surname), None, None]));
        let mapping = Mapping::parse("header_row = 0\n[columns]\nB = 'sex'").unwrap();
        let (_, layout) = mapping.apply(&sheets, &reading()).unwrap();
        assert_eq!((layout.header_row, layout.columns[1]), (None, Some(Field::Sex)));
    }

    #[test]
    fn errors_name_what_would_be_right() {
        let error = |text: &str| Mapping::parse(text).unwrap_err();
        let unknown = error("[columns]\nNom = 'nom'");
        assert_eq!(unknown.id, "err-import-map-field");
        assert!(format!("{unknown:?}").contains("post_name"));
        assert_eq!(error("[columns]\na = 'sex'\nb = 'sex'").id, "err-import-map-twice");
        assert_eq!(error("date = 'dd/mm'").id, "err-import-map-date");
        assert_eq!(error("decimal = ';'").id, "err-import-map-decimal");
        for text in ["header_row = -1", "colums = 1", "sheet = ", "header_row = 'x'"] {
            assert_eq!(error(text).id, "err-import-map-form");
        }
        let sheets = sheets("a;b\n1;x\n");
        let apply = |text: &str| Mapping::parse(text).unwrap().apply(&sheets, &reading()).unwrap_err().id;
        assert_eq!(apply("[columns]\nz = 'sex'"), "err-import-map-heading");
        assert_eq!(apply("sheet = 'Feuille'"), "err-import-sheet");
        assert_eq!(apply("header_row = 9\n[columns]\na = 'sex'"), "err-import-map-heading");
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
