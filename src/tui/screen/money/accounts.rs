//! The list of all accounts: where money is, who owes it, what it came from and went for.

use super::{AREA, book, form, shown};
use crate::{
    domain::{
        account::{ACCOUNT, Account, AccountKind},
        fold::fold,
    },
    store::{Changed, Reader, Result as StoreResult},
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, history::History, paper::choose::Choose},
        widget::{
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;

/// An account as the list shows it.
pub struct Row {
    name: String,
    kind: &'static str,
    code: String,
    balances: String,
}

/// The accounts in one order.
pub struct Accounts {
    by_name: bool,
}

/// What the list can be narrowed to.
#[derive(Clone, PartialEq, Eq)]
pub enum Want {
    /// One of the ready-made filters.
    Group(usize),
    /// A word of the name as the cooperative or the chart has it, or of the code.
    Word(String),
}

/// All accounts.
pub fn screen() -> ListScreen<Accounts> {
    ListScreen::new(Accounts { by_name: false })
}

fn is_wanted(account: &Account, want: &Want) -> bool {
    match want {
        Want::Group(0) => true,
        Want::Group(1) => account.is_purse(),
        Want::Group(2) => account.kind == AccountKind::Income,
        Want::Group(3) => account.kind == AccountKind::Expense,
        Want::Group(_) => account.is_closed,
        Want::Word(word) => {
            let name = Lang::new("fr").name(&format!("chart-{}", account.chart));
            let english = Lang::new("en").name(&format!("chart-{}", account.chart));
            fold(&[&account.name, &name, &english, &account.code, &account.currency].map(String::as_str).join(" "))
                .contains(word)
        }
    }
}

impl Accounts {
    fn ids(reader: &Reader, by_name: bool, wants: &[Want]) -> StoreResult<Vec<i64>> {
        let mut accounts = reader.accounts()?;
        accounts.retain(|account| wants.iter().all(|want| is_wanted(account, want)));
        if by_name {
            accounts.sort_by_key(|account| fold(&[account.name.as_str(), &account.chart].concat()));
        }
        Ok(accounts.into_iter().map(|account| account.id).collect())
    }
}

impl List for Accounts {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = Want;
    const TITLE: &'static str = ACCOUNT.heading;
    const EMPTY: &'static str = "money-empty";
    const AREA: usize = AREA;
    const GROUPS: &'static [&'static str] =
        &["filter-all", "filter-money", "account-kind-income", "account-kind-expense", "filter-closed"];
    const SORTS: &'static [&'static str] = &["sort-kind", "sort-name"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("field-name", Width::Fill(24), |r| (&r.name).into()),
        Column::new("field-kind", Width::Fixed(20), |r| r.kind.into()),
        Column::new("books-standing", Width::Fill(22), |r: &Row| (&r.balances).into()).right(),
        Column::new("column-code", Width::Fixed(6), |r| (&r.code).into()),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<Want> {
        let words = typed.split_whitespace().map(|word| Want::Word(fold(word)));
        std::iter::once(Want::Group(*group)).chain(words).collect()
    }
    fn sort(&mut self, at: usize) {
        self.by_name = at == 1;
    }
    fn slice(&self, reader: &Reader, wants: &[Want], _: Option<&()>, _: usize) -> Page<()> {
        // some dozens, which one slice holds
        Ok((Self::ids(reader, self.by_name, wants)?, None))
    }
    fn matches(reader: &Reader, want: &Want, _: Option<&()>, _: usize) -> Page<()> {
        Ok((Self::ids(reader, false, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let balances = reader.account_balances()?;
        let row = |id: &i64| {
            let account = reader.account(*id)?;
            let mut there: Vec<String> = balances
                .iter()
                .filter(|(of, _, minor)| of == id && *minor != 0)
                .map(|(_, currency, minor)| shown(account.kind.as_said(*minor), currency, lang))
                .collect();
            if there.is_empty() && account.kind.is_money() {
                there.push(shown(0, &account.currency, lang));
            }
            let kind = lang.label(account.kind.text_id());
            Ok(Row { name: super::name(&account, lang), kind, balances: there.join(" · "), code: account.code })
        };
        ids.iter().map(row).collect()
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = Self::ids(reader, false, &[Want::Group(*group)])?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["account", "posting"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(super::facts(&cx.reader.entry(&ACCOUNT, id)?, cx))
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::New, _) => form(&ACCOUNT, 0, cx)?,
            (Cmd::Edit, Some(id)) => form(&ACCOUNT, id, cx)?,
            (Cmd::Open, Some(id)) => Flow::push(book::screen(cx.reader.account(id)?)),
            (Cmd::History, Some(id)) => Flow::push(History::of_record("account", id)),
            _ => Flow::Ignored,
        })
    }
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, _: Option<i64>, _: &mut Cx) -> Result<Flow> {
        Ok(Flow::push(Choose::money()))
    }
}
