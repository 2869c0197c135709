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

/// All columns. Those that come first are shown first: six fit 80 columns.
pub const COLUMNS: &[Column<Row>] = &[
    Column::new("column-number", Width::Fixed(5), |r| r.member.number.map(show_number).unwrap_or_default().into()),
    Column::new("column-name", Width::Fill(28), |r| (&r.name).into()),
    Column::new("column-sex", Width::Fixed(4), |r| r.member.sex.map_or("", Sex::code).into()),
    Column::new("column-age", Width::Fixed(3), |r: &Row| (&r.age).into()).right(),
    Column::new("column-site", Width::Fill(16), |r| (&r.member.site).into()),
    Column::new("column-status", Width::Fixed(14), |r| r.status.into()),
    Column::new("column-owes", Width::Fixed(16), |r: &Row| (&r.owes).into()).right(),
    Column::new("column-phone", Width::Fixed(17), |r| phone::show(&r.member.phone).into()),
    Column::new("column-village", Width::Fill(14), |r| (&r.member.village).into()),
    Column::new("column-card", Width::Fixed(12), |r: &Row| (&r.card).into()).right(),
    Column::new("column-team", Width::Fill(12), |r: &Row| (&r.member.team).into()).extra(),
    Column::new("column-role", Width::Fill(12), |r: &Row| (&r.works).into()).extra(),
    Column::new("column-joined", Width::Fixed(10), |r: &Row| {
        r.member.joined_on.map(day::show).unwrap_or_default().into()
    })
    .extra(),
    Column::new("column-former", Width::Fixed(9), |r: &Row| (&r.member.former_number).into()).extra(),
];
