//! Writes a savings group of the made-up cooperative through the same commands as its screens: weekly meetings and two
//! loans.

use crate::{
    command::savings::{self, Names},
    demo::{Demo, meeting::Voter},
    domain::{
        amount::Amount,
        savings::{Bought, Cycle, due_after, taken},
        user::Session,
    },
    store::{Result, Store, savings::Loan},
    text::Lang,
};
use chrono::Days;

/// How many belong to it (practice.md §5: 10 to 25), and how often they have met.
const PEOPLE: usize = 18;
const MEETINGS: u64 = 9;

/// Begins a cycle of those who came first and stayed; too few have none.
pub fn save_up(store: &mut Store, session: &Session, demo: &Demo, voters: &[Voter], lang: &Lang) -> Result<()> {
    let today = store.clock().today();
    let from_on = today - Days::new(7 * MEETINGS + 2);
    let savers: Vec<&Voter> =
        voters.iter().filter(|v| v.left_on.is_none() && v.joined_on < from_on).take(PEOPLE).collect();
    if savers.len() < PEOPLE {
        return Ok(());
    }
    let share = Amount { minor: demo.fee() / 5, currency: demo.coop.currency.clone() };
    let social = share.minor / 10;
    let days = (from_on, from_on + Days::new(365));
    let cycle = Cycle { social, ..Cycle::new(lang.name("demo-savings"), days, share) };
    let [account, fund, social_fund] =
        ["demo-savings-box", "demo-savings-fund", "demo-solidarity"].map(|id| lang.name(id));
    let id = savings::save(store, session, None, &cycle, &Names { account, fund, social_fund })?;
    let cycle = store.cycle(id)?;
    for week in 1..=MEETINGS {
        let shares = |at: usize| 1 + (at as u32 * 7 + week as u32 * 5) % 3;
        let rows: Vec<Bought> = savers
            .iter()
            .enumerate()
            .map(|(at, saver)| Bought { member: saver.member, shares: shares(at), social })
            .collect();
        let on = from_on + Days::new(7 * week);
        savings::meet(store, session, None, (id, on), (&rows, taken(&cycle, &rows)))?;
    }
    for (at, months) in [(2, 1), (5, 2)] {
        let lent_on = from_on + Days::new(7 * (MEETINGS - 3));
        let (member, borrower) = (savers[at].member, savers[at].name.clone());
        let minor = cycle.worth(6 + at as i64);
        let (purpose, guarantors) = (lang.name("demo-savings-purpose"), savers[at + 1].name.clone());
        let (charge, due_on) = (cycle.charge_of(minor, months), due_after(lent_on, months));
        let loan =
            Loan { id: 0, cycle: id, member, borrower, lent_on, due_on, minor, charge, purpose, guarantors, open: 0 };
        savings::lend(store, session, None, &loan)?;
    }
    Ok(())
}
