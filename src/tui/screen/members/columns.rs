//! The columns that the list of members can show.

use crate::{
    domain::{
        day,
        member::{Sex, full_name, show_number},
        phone,
    },
    report::money::words::amounts,
    store::member_list::MemberRow,
    text::Lang,
    tui::widget::table::{Column, Width},
};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A row as it stands on the screen.
pub struct Row {
    member: MemberRow,
    name: String,
    age: String,
    card: String,
    works: String,
    owes: String,
    status: &'static str,
}

impl Row {
    /// A member in words.
    pub fn new(member: MemberRow, owed: &[(String, i64)], lang: &Lang, today: NaiveDate) -> Self {
        let age = member.birth.map(|b| format!("{}{}", b.age(today), if b.is_exact() { "" } else { "?" }));
        let card = member.card_until.map(|on| format!("{}{}", if on < today { "! " } else { "" }, day::show(on)));
        Self {
            name: full_name(&member.surname, &member.post_name, &member.given_name),
            age: age.unwrap_or_default(),
            card: card.unwrap_or_default(),
            owes: amounts(owed.iter().map(|(currency, minor)| (currency.as_str(), *minor)).filter(|o| o.1 > 0), lang),
            works: member.works.iter().map(|work| lang.label(work.text_id)).collect::<Vec<_>>().join(", "),
            status: lang.label(member.status.text_id_of(member.sex)),
            member,
        }
    }
}

/// A column that is shown to whoever has not chosen.
const fn usual(title: &'static str, width: Width, cell: fn(&Row) -> Cow<'_, str>) -> Column<Row> {
    Column { title, width, right: false, is_usual: true, cell }
}

/// A column that is shown to whoever has chosen it.
const fn further(title: &'static str, width: Width, cell: fn(&Row) -> Cow<'_, str>) -> Column<Row> {
    Column { is_usual: false, ..usual(title, width, cell) }
}

/// All columns. Those that come first are shown first: six fit 80 columns.
pub const COLUMNS: &[Column<Row>] = &[
    usual("column-number", Width::Fixed(5), |r| r.member.number.map(show_number).unwrap_or_default().into()),
    usual("column-name", Width::Fill(28), |r| (&r.name).into()),
    usual("column-sex", Width::Fixed(4), |r| r.member.sex.map_or("", Sex::code).into()),
    Column { right: true, ..usual("column-age", Width::Fixed(3), |r| (&r.age).into()) },
    usual("column-site", Width::Fill(16), |r| (&r.member.site).into()),
    usual("column-status", Width::Fixed(14), |r| r.status.into()),
    Column { right: true, ..usual("column-owes", Width::Fixed(16), |r| (&r.owes).into()) },
    usual("column-phone", Width::Fixed(17), |r| phone::show(&r.member.phone).into()),
    usual("column-village", Width::Fill(14), |r| (&r.member.village).into()),
    Column { right: true, ..usual("column-card", Width::Fixed(12), |r| (&r.card).into()) },
    further("column-team", Width::Fill(12), |r| (&r.member.team).into()),
    further("column-role", Width::Fill(12), |r| (&r.works).into()),
    further("column-joined", Width::Fixed(10), |r| r.member.joined_on.map(day::show).unwrap_or_default().into()),
    further("column-former", Width::Fixed(9), |r| (&r.member.former_number).into()),
];
