//! Payment slips: money goes out when as many have approved as the rule asks, and never by the word of whoever gets it.

use super::{
    Text,
    account::{Account, AccountKind},
    amount::Amount,
    book::codes,
    choice::{Choices, choices},
    fold::fold,
    ledger::{Balanced, EntryKind, Journal, Posting},
    signed::How,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

codes!(
    /// How far a payment slip has come.
    State, "err-slip-state", "slip-state-",
    /// Somebody asks for money.
    Proposed = "proposed",
    /// As many have approved as it needs.
    Approved = "approved",
    /// The money has gone out.
    Paid = "paid",
    /// Somebody who may approve has refused.
    Refused = "refused",
    /// It was taken back; its number stays.
    Void = "void",
);

codes!(
    /// What somebody says to a payment slip.
    Answer, "err-slip-answer", "slip-answer-",
    /// Whoever may sign for the account approves.
    Approve = "approve",
    /// The control body signs where there are not enough others.
    Countersign = "countersign",
    /// Nothing is to be paid.
    Refuse = "refuse",
);

/// By what money goes out.
pub static INSTRUMENTS: Choices = choices!("slip-by-";
    "cash" => ["especes", "liquide", "caisse"],
    "cheque" => ["check", "cheque barre"],
    "transfer" => ["virement"],
    "wallet" => ["portefeuille", "m pesa", "airtel money", "orange money", "mobile money"],
);

/// Refuses a cheque without its number: by it the bank names the cheque.
///
/// # Errors
/// `err-cheque-number`.
pub fn refuse_nameless(instrument: &str, number: &str) -> Result<(), Text> {
    if instrument == "cheque" && number.is_empty() { Err(Text::new("err-cheque-number")) } else { Ok(()) }
}

/// How many must approve where neither the account nor the statutes say it.
pub const USUAL: u32 = 2;

/// Somebody who may sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The member.
    pub member: i64,
    /// The member's name.
    pub name: String,
}

/// Who may sign on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signers {
    /// Those who hold a signing power of the account.
    pub signatories: Vec<Signer>,
    /// Those who sit in the body that controls.
    pub control: Vec<Signer>,
}

/// What somebody has said to a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Identity in the book; 0 before it is written.
    pub id: i64,
    /// Who.
    pub signer: Signer,
    /// What.
    pub answer: Answer,
    /// How.
    pub how: How,
    /// When, in UTC.
    pub given_at: String,
    /// Who saw it signed in ink.
    pub seen_by: String,
    /// Why it was refused.
    pub reason: String,
}

/// A payment slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// Identity in the book.
    pub id: i64,
    /// Counts the changes.
    pub rev: i64,
    /// Year and number, given when it is proposed.
    pub number: (i32, i64),
    /// How far it has come.
    pub state: State,
    /// The member who gets the money, if it is one.
    pub payee_id: Option<i64>,
    /// Who gets it.
    pub payee: String,
    /// For what.
    pub purpose: String,
    /// How much.
    pub amount: Amount,
    /// From which account.
    pub account: i64,
    /// The expense, or what else it is booked on.
    pub against: i64,
    /// The fund it comes out of.
    pub fund: Option<i64>,
    /// What decided it.
    pub decision: String,
    /// What it rests on: an invoice, a list.
    pub evidence: String,
    /// The day it was proposed.
    pub proposed_on: NaiveDate,
    /// By whom.
    pub proposed_by: String,
    /// How many approvals the rule of that day asked for.
    pub needed: u32,
    /// By what it was paid, and its number.
    pub instrument: (String, String),
    /// When.
    pub paid_on: Option<NaiveDate>,
    /// Who took the money.
    pub received_by: String,
    /// The entry of the ledger.
    pub entry: Option<i64>,
    /// Why it was refused or taken back.
    pub reason: String,
    /// What was said to it, in order.
    pub approvals: Vec<Approval>,
}

/// What a slip needs before it can be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// So many of these, and afterwards perhaps the control body.
    Signatures {
        /// How many.
        count: u32,
        /// Of whom.
        who: Vec<Signer>,
        /// Whether there are too few of them, so that the control body countersigns.
        and_control: bool,
    },
    /// One of these, who sit in the control body.
    Countersign(Vec<Signer>),
    /// Nobody may sign for the account.
    NoSignatory,
    /// There are too few signatories, and nobody sits in the control body.
    NoControl,
    /// Nothing more.
    Enough,
}

/// `2026-017`.
pub fn show_number((year, number): (i32, i64)) -> String {
    format!("{year}-{number:03}")
}

/// Reads `2026-017`, `2026/17` or `17`, which is of this year.
///
/// # Errors
/// `err-slip-number` with the text.
pub fn parse_number(text: &str, this_year: i32) -> Result<(i32, i64), Text> {
    let wrong = || Text::new("err-slip-number").with("text", text.trim());
    let (year, number) = match text.trim().split_once(['-', '/', ' ']) {
        Some((year, number)) => (year.trim().parse().map_err(|_| wrong())?, number),
        None => (this_year, text),
    };
    let number = number.trim().parse().ok().filter(|number| *number > 0).ok_or_else(wrong)?;
    Ok((year, number))
}

/// Names with commas between, the last behind `or`.
fn names(signers: &[Signer]) -> String {
    signers.iter().map(|signer| signer.name.as_str()).collect::<Vec<_>>().join(", ")
}

impl Next {
    /// In one sentence.
    pub fn text(&self) -> Text {
        match self {
            Self::Signatures { count, who, and_control } => {
                let id = if *and_control { "slip-needs-and-control" } else { "slip-needs" };
                Text::new(id).with("count", *count).with("names", names(who))
            }
            Self::Countersign(who) => Text::new("slip-needs-control").with("names", names(who)),
            Self::NoSignatory => Text::new("slip-needs-power"),
            Self::NoControl => Text::new("slip-needs-control-body"),
            Self::Enough => Text::new("slip-enough"),
        }
    }

    /// Who can bring it further.
    pub fn who(&self) -> &[Signer] {
        match self {
            Self::Signatures { who, .. } | Self::Countersign(who) => who,
            Self::NoSignatory | Self::NoControl | Self::Enough => &[],
        }
    }
}

impl Voucher {
    /// `2026-017`.
    pub fn label(&self) -> String {
        show_number(self.number)
    }

    /// Whether somebody is the one who gets the money: as a member, or by the name on the slip.
    pub fn pays(&self, signer: &Signer) -> bool {
        self.payee_id == Some(signer.member) || fold(&self.payee) == fold(&signer.name)
    }

    /// The members who gave an answer, without whoever gets the money; each once.
    fn gave(&self, answer: Answer) -> BTreeSet<i64> {
        let counts = |given: &&Approval| given.answer == answer && !self.pays(&given.signer);
        self.approvals.iter().filter(counts).map(|given| given.signer.member).collect()
    }

    /// Whether what was signed is enough, whoever may sign by now.
    pub fn is_covered(&self) -> bool {
        self.gave(Answer::Refuse).is_empty()
            && (self.gave(Answer::Approve).len() >= self.needed.max(1) as usize
                || !self.gave(Answer::Countersign).is_empty())
    }

    /// What it needs, of those who may sign today.
    pub fn next(&self, signers: &Signers) -> Next {
        let (given, needed) = (self.gave(Answer::Approve), self.needed.max(1) as usize);
        if self.is_covered() {
            return Next::Enough;
        }
        let open = |all: &[Signer]| -> Vec<Signer> {
            let is_open = |signer: &&Signer| !self.pays(signer) && !given.contains(&signer.member);
            all.iter().filter(is_open).cloned().collect()
        };
        let (who, control) = (open(&signers.signatories), open(&signers.control));
        if given.len() + who.len() >= needed {
            return Next::Signatures { count: (needed - given.len()) as u32, who, and_control: false };
        }
        if signers.signatories.is_empty() && given.is_empty() {
            return Next::NoSignatory;
        }
        match (who.is_empty(), control.is_empty()) {
            (false, _) => Next::Signatures { count: who.len() as u32, who, and_control: true },
            (true, false) => Next::Countersign(control),
            (true, true) => Next::NoControl,
        }
    }

    /// As what somebody's word counts who approves, or refuses when `answer` says so.
    ///
    /// # Errors
    /// Why it does not count: it is her own money, it was said already, there is no power.
    pub fn hears(&self, signers: &Signers, signer: &Signer, answer: Answer) -> Result<Answer, Text> {
        let name = |id| Text::new(id).with("name", signer.name.as_str());
        if self.state != State::Proposed {
            return Err(Text::new("err-slip-decided").with("state", Text::new(self.state.text_id())));
        }
        if self.pays(signer) {
            return Err(name("err-slip-payee"));
        }
        if self.approvals.iter().any(|given| given.signer.member == signer.member) {
            return Err(name("err-slip-twice"));
        }
        let is_among = |all: &[Signer]| all.iter().any(|known| known.member == signer.member);
        let next = self.next(signers);
        match (answer, &next) {
            (Answer::Refuse, _) if is_among(&signers.signatories) || is_among(&signers.control) => Ok(Answer::Refuse),
            (_, Next::Countersign(who)) if is_among(who) => Ok(Answer::Countersign),
            (_, Next::Signatures { who, .. }) if is_among(who) => Ok(Answer::Approve),
            _ if is_among(&signers.control) => Err(name("err-slip-control-later")),
            _ => Err(name("err-slip-no-power")),
        }
    }

    /// The state once this was said too.
    pub fn after(&self, signers: &Signers, said: Approval) -> State {
        if said.answer == Answer::Refuse {
            return State::Refused;
        }
        let mut heard = self.clone();
        heard.approvals.push(said);
        if heard.next(signers) == Next::Enough { State::Approved } else { self.state }
    }

    /// Whether it can be paid.
    ///
    /// # Errors
    /// That it is decided otherwise, or that signatures are missing.
    pub fn may_pay(&self) -> Result<(), Text> {
        match self.state {
            State::Approved if self.is_covered() => Ok(()),
            State::Proposed | State::Approved => Err(Text::new("err-slip-unsigned")),
            state => Err(Text::new("err-slip-decided").with("state", Text::new(state.text_id()))),
        }
    }

    /// Whether it can be corrected: as long as nobody has said anything to it.
    ///
    /// # Errors
    /// That it is decided, or that somebody has signed.
    pub fn may_change(&self) -> Result<(), Text> {
        match self.state {
            State::Proposed if self.approvals.is_empty() => Ok(()),
            State::Proposed => Err(Text::new("err-slip-signed")),
            state => Err(Text::new("err-slip-decided").with("state", Text::new(state.text_id()))),
        }
    }

    /// Whether it can be taken back.
    ///
    /// # Errors
    /// That it is paid, refused or void.
    pub fn may_void(&self) -> Result<(), Text> {
        match self.state {
            State::Proposed | State::Approved => Ok(()),
            State::Paid => Err(Text::new("err-slip-paid")),
            state => Err(Text::new("err-slip-decided").with("state", Text::new(state.text_id()))),
        }
    }

    /// The entry by which the money goes out, with what the bank or the operator keeps for it.
    ///
    /// # Errors
    /// That it is booked on a member's account and goes to none.
    pub fn payout(&self, against: &Account, booked_on: NaiveDate, fee: Option<(i64, i64)>) -> Result<Balanced, Text> {
        let mut journal = Journal::new(EntryKind::Payout, booked_on);
        journal.paper_on = self.paid_on;
        self.purpose.clone_into(&mut journal.text);
        journal.reference = self.label();
        journal.decision.clone_from(&self.decision);
        let mut out = Posting::new(against.id, self.amount.minor, &self.amount.currency).fund(self.fund);
        if is_of_members(against.kind) {
            out = out.member(self.payee_id.ok_or_else(|| Text::new("err-slip-member"))?);
        }
        journal.carry(out, self.account);
        if let Some((account, minor)) = fee {
            journal.carry(Posting::new(account, minor, &self.amount.currency), self.account);
        }
        journal.balanced()
    }
}

/// Whether an account of that kind is kept member by member.
pub const fn is_of_members(kind: AccountKind) -> bool {
    matches!(kind, AccountKind::Member | AccountKind::Capital | AccountKind::Saving)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn signer(member: i64) -> Signer {
        Signer { member, name: format!("N{member}") }
    }

    fn signers(signatories: &[i64], control: &[i64]) -> Signers {
        let of = |all: &[i64]| all.iter().map(|member| signer(*member)).collect();
        Signers { signatories: of(signatories), control: of(control) }
    }

    fn slip(payee: Option<i64>, needed: u32) -> Voucher {
        let amount = Amount { minor: 4_500_000, currency: "CDF".into() };
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Voucher {
            id: 1,
            rev: 1,
            number: (2026, 17),
            state: State::Proposed,
            payee_id: payee,
            payee: "quincaillerie".into(),
            purpose: "pelles".into(),
            amount,
            account: 1,
            against: 2,
            fund: None,
            decision: String::new(),
            evidence: String::new(),
            proposed_on: day,
            proposed_by: "amina".into(),
            needed,
            instrument: (String::new(), String::new()),
            paid_on: None,
            received_by: String::new(),
            entry: None,
            reason: String::new(),
            approvals: Vec::new(),
        }
    }

    fn said(member: i64, answer: Answer) -> Approval {
        let (given_at, seen_by, reason) = (String::new(), String::new(), String::new());
        Approval { id: 0, signer: signer(member), answer, how: How::Ink, given_at, seen_by, reason }
    }

    fn say(slip: &mut Voucher, signers: &Signers, member: i64, answer: Answer) -> Result<Answer, &'static str> {
        let answer = slip.hears(signers, &signer(member), answer).map_err(|text| text.id)?;
        slip.state = slip.after(signers, said(member, answer));
        slip.approvals.push(said(member, answer));
        Ok(answer)
    }

    #[test]
    fn two_of_three_approve_and_the_payee_does_not() {
        let all = signers(&[1, 2, 3], &[9]);
        let mut slip = slip(Some(3), 2);
        assert_eq!(slip.next(&all).text().id, "slip-needs");
        assert_eq!(say(&mut slip, &all, 3, Answer::Approve), Err("err-slip-payee"));
        assert_eq!(say(&mut slip, &all, 9, Answer::Approve), Err("err-slip-control-later"));
        assert_eq!(say(&mut slip, &all, 4, Answer::Approve), Err("err-slip-no-power"));
        assert_eq!(say(&mut slip, &all, 1, Answer::Approve), Ok(Answer::Approve));
        assert_eq!(say(&mut slip, &all, 1, Answer::Approve), Err("err-slip-twice"));
        assert!(slip.may_pay().is_err());
        assert_eq!(say(&mut slip, &all, 2, Answer::Approve), Ok(Answer::Approve));
        assert_eq!((slip.state, slip.may_pay()), (State::Approved, Ok(())));
        assert_eq!(say(&mut slip, &all, 9, Answer::Refuse), Err("err-slip-decided"));
    }

    #[test]
    fn where_there_are_not_enough_others_the_control_body_countersigns() {
        let all = signers(&[1, 2], &[9, 1]);
        let mut of_one = slip(Some(1), 2);
        let next = of_one.next(&all);
        assert_eq!(next, Next::Signatures { count: 1, who: vec![signer(2)], and_control: true });
        assert_eq!(say(&mut of_one, &all, 2, Answer::Approve), Ok(Answer::Approve));
        assert_eq!(of_one.next(&all), Next::Countersign(vec![signer(9)]), "the payee does not countersign either");
        assert_eq!(say(&mut of_one, &all, 9, Answer::Approve), Ok(Answer::Countersign));
        assert_eq!(of_one.state, State::Approved);
        let mut alone = slip(Some(1), 1);
        assert_eq!(alone.next(&signers(&[1], &[])), Next::NoControl);
        assert_eq!(alone.next(&signers(&[], &[9])), Next::NoSignatory);
        assert_eq!(say(&mut alone, &signers(&[1], &[9]), 9, Answer::Approve), Ok(Answer::Countersign));
    }

    #[test]
    fn whoever_may_approve_may_refuse_and_that_ends_it() {
        let all = signers(&[1, 2], &[9]);
        let mut slip = slip(None, 2);
        assert_eq!(say(&mut slip, &all, 1, Answer::Approve), Ok(Answer::Approve));
        assert_eq!(say(&mut slip, &all, 9, Answer::Refuse), Ok(Answer::Refuse));
        assert_eq!(slip.state, State::Refused);
        assert!(!slip.is_covered() && slip.may_pay().is_err() && slip.may_void().is_err());
    }

    #[test]
    fn a_name_on_the_slip_is_the_payee_too() {
        let named = Voucher { payee: "n2".into(), ..slip(None, 1) };
        assert!(named.pays(&signer(2)) && !named.pays(&signer(1)));
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(show_number((2026, 17)), "2026-017");
        assert_eq!(parse_number("2026-017", 2027), Ok((2026, 17)));
        assert_eq!(parse_number(" 17 ", 2026), Ok((2026, 17)));
        assert_eq!(parse_number("2025/1234", 2026), Ok((2025, 1234)));
        assert!(parse_number("0", 2026).is_err() && parse_number("x-1", 2026).is_err());
    }

    proptest! {
        #[test]
        fn nothing_is_approved_with_fewer_signatures_than_needed_or_by_whoever_gets_it(
            payee in prop::option::of(1..7i64),
            needed in 1..4u32,
            days in prop::collection::vec(
                (prop::collection::btree_set(1..7i64, 0..5), prop::collection::btree_set(5..9i64, 0..3)), 1..4,
            ),
            words in prop::collection::vec((1..9i64, any::<prop::sample::Index>(), 0..9u8), 0..14),
        ) {
            let mut slip = slip(payee, needed);
            for (member, day, word) in words {
                let (signatories, control) = day.get(&days);
                let (signatories, control): (Vec<_>, Vec<_>) =
                    (signatories.iter().copied().collect(), control.iter().copied().collect());
                let today = signers(&signatories, &control);
                let answer = if word == 0 { Answer::Refuse } else { Answer::Approve };
                let was = slip.state;
                if let Ok(answer) = say(&mut slip, &today, member, answer) {
                    prop_assert_eq!(was, State::Proposed);
                    prop_assert!(Some(member) != payee);
                    prop_assert!(signatories.contains(&member) || control.contains(&member));
                    if answer == Answer::Countersign {
                        // only when every signatory of the day has signed or gets the money
                        let signed = |one: &i64| Some(*one) == payee || slip.approvals.iter().any(|a| a.signer.member == *one);
                        prop_assert!(signatories.iter().all(signed));
                    }
                }
                let of = |answer| {
                    let mut all: Vec<i64> =
                        slip.approvals.iter().filter(|a| a.answer == answer).map(|a| a.signer.member).collect();
                    all.sort_unstable();
                    all.dedup();
                    all.len()
                };
                if slip.may_pay().is_ok() {
                    prop_assert!(of(Answer::Approve) >= needed as usize || of(Answer::Countersign) == 1);
                    prop_assert_eq!(of(Answer::Refuse), 0);
                }
            }
        }

        #[test]
        fn a_payout_balances_and_leaves_the_account(minor in 1..1_000_000_000i64, fee in prop::option::of(1..5_000i64)) {
            let amount = Amount { minor, currency: "CDF".into() };
            let slip = Voucher { amount, payee_id: Some(4), fund: Some(3), ..slip(None, 1) };
            let account = |kind| Account {
                id: 2, kind, name: String::new(), chart: String::new(), currency: String::new(), code: String::new(),
                is_closed: false,
            };
            let day = slip.proposed_on;
            for kind in [AccountKind::Expense, AccountKind::Member] {
                let entry = slip.payout(&account(kind), day, fee.map(|fee| (7, fee))).unwrap();
                let left: i64 = entry.journal().postings().iter().filter(|p| p.account == 1).map(|p| p.minor).sum();
                prop_assert_eq!(left, -minor - fee.unwrap_or(0));
                let of = entry.journal().postings().iter().find(|p| p.account == 2).unwrap().clone();
                prop_assert_eq!((of.member.is_some(), of.fund), (kind == AccountKind::Member, Some(3)));
            }
            let nobody = Voucher { payee_id: None, ..slip };
            prop_assert!(nobody.payout(&account(AccountKind::Member), day, None).is_err());
        }
    }
}
