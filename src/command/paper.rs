//! Papers: which there are, what can be said of each, who may have them, and putting people onto them.
//!
//! Nothing is written into the book. The table [`PAPERS`] is what the screens, the command line and its list read.

mod books;
pub mod closes;
mod dues;
mod make;
pub mod meeting;
mod money;
mod output;
mod savings;
mod slip;

pub use make::Made;
pub use output::{Format, print, printers, write};

use super::EVERYBODY;
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        member::show_number,
        noun::{Attribute, Entry, Noun, Owner},
        user::{Role, Session},
    },
    report::{
        Report,
        head::Head,
        meeting::{self as of, Proceedings, attendance::attendance, notice::notice},
        member::{
            Scribe,
            attendance::Attendance,
            card::Cards,
            form::{self, Forms},
            label::Labels,
            option,
            register::Register,
            sheet::Sheets,
            site_list::SiteList,
        },
        money::{option as cash, savings as of_savings},
    },
    store::{Error, Reader, Result},
};

/// A kind of paper.
#[derive(Debug)]
pub struct Paper {
    /// Its name on the command line.
    pub name: &'static str,
    /// What can be said of it, described as the fields of a record are.
    pub options: Noun,
    /// What is said when nobody says otherwise.
    defaults: &'static [(&'static str, &'static str)],
    /// Whom it is about.
    pub about: About,
    /// In which order people stand on it.
    order: Order,
    writing: Writing,
}

/// Whom a paper is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A list: one person alone makes little sense.
    Many,
    /// Each person by himself or herself.
    Each,
    /// A meeting.
    Meeting,
    /// The books of the cooperative.
    Books,
    /// A savings group.
    Cycle,
    /// A receipt.
    Receipt,
    /// Money.
    Money,
    /// Nobody: it is blank.
    Nobody,
}

/// In which order people stand on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// As they joined.
    Joined,
    /// By site and team.
    Site,
    /// As the options say, by number when they say nothing.
    Asked,
}

/// How a paper is written.
#[derive(Clone, Copy, Debug)]
enum Writing {
    /// With what is recorded of people.
    People(Begin),
    /// With that and everything that belongs to them, which is private.
    Whole(Begin),
    /// Without people.
    Blank(fn(Head<'_>, &Entry) -> Report),
    /// Of a meeting.
    Meeting(Held),
    /// Of a meeting where one is named, else with people.
    Sheet(Held, Begin),
    /// Of the meetings of a year.
    Year,
    /// Of the books of the cooperative.
    Statement(books::Write),
    /// Of the account of each person.
    Accounts,
    /// Of what stands in the book about money.
    Money(Account),
    /// Of a receipt.
    Receipt,
}

/// Begins a paper, with its options and with who is on it in words.
type Begin = for<'a> fn(Head<'a>, &'a Entry, String) -> Box<dyn Scribe + 'a>;

/// Writes a paper about money.
type Account = fn(Head<'_>, &Reader, &Asked) -> Result<Made>;

/// Writes a paper of a meeting.
type Held = fn(Head<'_>, &Proceedings, &Asked) -> Result<Report>;

const fn options(name: &'static str, attributes: &'static [Attribute]) -> Noun {
    Noun {
        table: name,
        text_id: name,
        heading: name,
        owner: Owner::Nobody,
        attributes,
        line: &[],
        check: option::check,
    }
}

/// Options with a period among them.
const fn of_money(name: &'static str, attributes: &'static [Attribute]) -> Noun {
    Noun { check: cash::check, ..options(name, attributes) }
}

/// A paper about the money of the cooperative.
const fn statement(name: &'static str, options: Noun, write: books::Write) -> Paper {
    let (defaults, about, order) = (&[], About::Books, Order::Asked);
    Paper { name, options, defaults, about, order, writing: Writing::Statement(write) }
}

/// Every paper, in the order in which they are offered.
pub static PAPERS: &[Paper] = &[
    Paper {
        name: "register",
        options: options(
            "paper-register",
            &[option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::ON, option::PRIVACY],
        ),
        defaults: &[("status", "admitted"), ("columns", "private")],
        about: About::Many,
        order: Order::Joined,
        writing: Writing::People(|head, options, only| Box::new(Register::new(head, options, only))),
    },
    Paper {
        name: "site-list",
        options: options(
            "paper-site-list",
            &[option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::PRIVACY],
        ),
        defaults: &[("status", "members"), ("columns", "public")],
        about: About::Many,
        order: Order::Site,
        writing: Writing::People(|head, options, only| Box::new(SiteList::new(head, options, only))),
    },
    Paper {
        name: "attendance",
        options: options(
            "paper-attendance",
            &[
                of::option::MEETING,
                of::option::BODY,
                option::DATE,
                option::PLACE,
                option::STATUS,
                option::SITE,
                option::TEAM,
                option::MEMBER,
                option::ORDER,
                option::GUESTS,
            ],
        ),
        defaults: &[("status", "members"), ("order", "name"), ("guests", "0")],
        about: About::Many,
        order: Order::Asked,
        writing: Writing::Sheet(
            |head, held, _| Ok(attendance(head, held)),
            |head, options, _| Box::new(Attendance::new(head, options)),
        ),
    },
    Paper {
        name: "member-card",
        options: options(
            "paper-member-card",
            &[option::UNTIL, option::PHOTO, option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::ORDER],
        ),
        defaults: &[("photo", "no"), ("status", "members"), ("order", "number")],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::People(|head, options, _| Box::new(Cards::new(head, options))),
    },
    Paper {
        name: "labels",
        options: options(
            "paper-labels",
            &[
                option::SHEET,
                option::SKIP,
                option::CODE,
                option::STATUS,
                option::SITE,
                option::TEAM,
                option::MEMBER,
                option::ORDER,
            ],
        ),
        defaults: &[("status", "members"), ("order", "number"), ("sheet", "3x8"), ("skip", "0"), ("code", "no")],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::People(|head, options, _| Box::new(Labels::new(head, options))),
    },
    Paper {
        name: "member-form",
        options: options(
            "paper-member-form",
            &[option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::ORDER],
        ),
        defaults: &[("status", "all"), ("order", "number")],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::Whole(|head, _, _| Box::new(Forms::new(head))),
    },
    Paper {
        name: "blank-form",
        options: options("paper-blank-form", &[option::COPIES, option::FIRST]),
        defaults: &[("copies", "1")],
        about: About::Nobody,
        order: Order::Asked,
        writing: Writing::Blank(form::blank),
    },
    Paper {
        name: "member-sheet",
        options: options("paper-member-sheet", &[Attribute { required: true, ..option::MEMBER }]),
        defaults: &[],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::Whole(|head, _, _| Box::new(Sheets::new(head))),
    },
    Paper {
        name: "notice",
        options: options("paper-notice", &[of::option::MEETING, of::option::BODY]),
        defaults: &[("meeting", "next")],
        about: About::Meeting,
        order: Order::Asked,
        writing: Writing::Meeting(|head, held, _| Ok(notice(head, held))),
    },
    Paper {
        name: "minutes",
        options: options("paper-minutes", &[of::option::MEETING, of::option::BODY, of::option::COPY]),
        defaults: &[("meeting", "last"), ("copy", "no")],
        about: About::Meeting,
        order: Order::Asked,
        writing: Writing::Meeting(meeting::write_minutes),
    },
    Paper {
        name: "extract",
        options: options("paper-extract", &[of::option::MEETING, of::option::BODY, of::option::MOTION]),
        defaults: &[("meeting", "last")],
        about: About::Meeting,
        order: Order::Asked,
        writing: Writing::Meeting(meeting::write_extract),
    },
    Paper {
        name: "minute-book",
        options: options("paper-minute-book", &[of::option::BODY, of::option::YEAR]),
        defaults: &[],
        about: About::Meeting,
        order: Order::Asked,
        writing: Writing::Year,
    },
    Paper {
        name: "passbook",
        options: options("paper-passbook", &[of_savings::CYCLE, Attribute { required: true, ..option::MEMBER }]),
        defaults: &[],
        about: About::Cycle,
        order: Order::Asked,
        writing: Writing::Money(savings::passbook),
    },
    Paper {
        name: "savings-meeting",
        options: options("paper-savings-meeting", &[of_savings::CYCLE, of_savings::MET]),
        defaults: &[],
        about: About::Cycle,
        order: Order::Asked,
        writing: Writing::Money(savings::meeting),
    },
    Paper {
        name: "share-out",
        options: options("paper-share-out", &[of_savings::CYCLE]),
        defaults: &[],
        about: About::Cycle,
        order: Order::Asked,
        writing: Writing::Money(savings::share_out),
    },
    Paper {
        name: "member-statement",
        options: of_money(
            "paper-member-statement",
            &[Attribute { required: true, ..option::MEMBER }, cash::PERIOD, cash::CURRENCY],
        ),
        defaults: &[],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::Accounts,
    },
    statement(
        "receipts-payments",
        of_money("paper-receipts-payments", &[cash::PERIOD, cash::CURRENCY]),
        books::receipts,
    ),
    statement("income", of_money("paper-income", &[cash::PERIOD, cash::CURRENCY]), books::income),
    statement("balance", of_money("paper-balance", &[cash::PERIOD, cash::CURRENCY]), books::balance),
    statement(
        "fund-statement",
        of_money("paper-fund-statement", &[cash::FUND, cash::PERIOD, cash::CURRENCY]),
        books::fund,
    ),
    statement("poster", of_money("paper-poster", &[cash::PERIOD, cash::CURRENCY, cash::SIZE]), books::poster),
    Paper {
        name: "receipt",
        options: options("paper-receipt", &[cash::NUMBER, cash::SHAPE, cash::TIMES]),
        defaults: &[("shape", "a4"), ("times", "2")],
        about: About::Receipt,
        order: Order::Asked,
        writing: Writing::Receipt,
    },
    Paper {
        name: "arrears",
        options: options("paper-arrears", &[cash::OVER, option::MEMBER]),
        defaults: &[],
        about: About::Many,
        order: Order::Asked,
        writing: Writing::Money(dues::arrears),
    },
    Paper {
        name: "reminders",
        options: options("paper-reminders", &[cash::OVER, option::MEMBER]),
        defaults: &[],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::Money(dues::reminders),
    },
    Paper {
        name: "shares",
        options: options("paper-share-register", &[option::MEMBER]),
        defaults: &[],
        about: About::Many,
        order: Order::Asked,
        writing: Writing::Money(dues::register),
    },
    Paper {
        name: "share-certificate",
        options: options("paper-share-certificate", &[Attribute { required: true, ..option::MEMBER }]),
        defaults: &[],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::Money(dues::certificates),
    },
    Paper {
        name: "slip",
        options: options("paper-slip", &[cash::SLIP]),
        defaults: &[],
        about: About::Money,
        order: Order::Asked,
        writing: Writing::Money(slip::write_slip),
    },
    Paper {
        name: "bank-letter",
        options: options("paper-bank-letter", &[cash::ACCOUNT]),
        defaults: &[],
        about: About::Money,
        order: Order::Asked,
        writing: Writing::Money(slip::write_letter),
    },
    Paper {
        name: "deposit-note",
        options: options("paper-deposit-note", &[cash::TRANSFER]),
        defaults: &[],
        about: About::Money,
        order: Order::Asked,
        writing: Writing::Money(slip::write_note),
    },
    Paper {
        name: "count",
        options: options("paper-count", &[closes::ACCOUNT]),
        defaults: &[],
        about: About::Money,
        order: Order::Asked,
        writing: Writing::Money(closes::sheet),
    },
    Paper {
        name: "cash-close",
        options: options("paper-cash-close", &[closes::ACCOUNT, closes::ON]),
        defaults: &[],
        about: About::Money,
        order: Order::Asked,
        writing: Writing::Money(closes::cash_close),
    },
    Paper {
        name: "month-close",
        options: options("paper-month-close", &[closes::MONTH, closes::YEAR]),
        defaults: &[],
        about: About::Books,
        order: Order::Asked,
        writing: Writing::Money(closes::month_close),
    },
    Paper {
        name: "control",
        options: options("paper-control", &[closes::YEAR]),
        defaults: &[],
        about: About::Books,
        order: Order::Asked,
        writing: Writing::Money(closes::control),
    },
    Paper {
        name: "confirmation",
        options: options("paper-confirmation", &[closes::SINCE, closes::SAMPLE, closes::SEED, option::MEMBER]),
        defaults: &[],
        about: About::Money,
        order: Order::Asked,
        writing: Writing::Money(closes::confirmation),
    },
    Paper {
        name: "indicators",
        options: options("paper-indicators", &[]),
        defaults: &[],
        about: About::Books,
        order: Order::Asked,
        writing: Writing::Money(closes::indicators),
    },
];

/// The paper of that name.
pub fn find(name: &str) -> Option<&'static Paper> {
    PAPERS.iter().find(|paper| paper.name == name)
}

/// Printing what all members may see.
static PRINT: Command = Command { id: "paper.print", roles: EVERYBODY, undo: Undo::Never, pin: false };
/// Printing what is nobody else's business (law.md §6).
static PRINT_PRIVATE: Command = Command { id: "paper.print", roles: PRIVATE, undo: Undo::Never, pin: false };
/// Printing what somebody owes and has paid.
static PRINT_ACCOUNT: Command = Command { id: "paper.print", roles: ACCOUNTS, undo: Undo::Never, pin: false };
/// Whoever keeps the money, helps with it or verifies it.
const ACCOUNTS: &[Role] = &[Role::Treasurer, Role::Secretary, Role::Clerk, Role::Auditor];
/// Printing what the cooperative has, what somebody has paid, and who owes it.
static PRINT_MONEY: Command = Command { id: "paper.print", roles: MONEY, undo: Undo::Never, pin: false };
/// Whoever keeps the money or verifies it.
const MONEY: &[Role] = &[Role::Treasurer, Role::Auditor];
/// Printing what members owe and have.
static PRINT_DUES: Command = Command { id: "paper.print", roles: DUES, undo: Undo::Never, pin: false };
/// Whoever keeps the money or the register, or verifies them.
const DUES: &[Role] = &[Role::Treasurer, Role::Secretary, Role::Auditor];
/// Whoever keeps the register or verifies it.
const PRIVATE: &[Role] = &[Role::Secretary, Role::Clerk, Role::Auditor];

/// A paper that somebody wants.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which.
    pub paper: &'static Paper,
    /// What was said of it.
    pub options: Entry,
    /// The people, or the count, when they were chosen one by one instead of by options.
    pub these: Option<Vec<i64>>,
    /// The meeting, when it was chosen instead of named by options.
    pub meeting: Option<i64>,
}

impl Paper {
    /// Whether it can be of a meeting.
    pub const fn is_of_meetings(&self) -> bool {
        matches!(self.writing, Writing::Meeting(_) | Writing::Sheet(..) | Writing::Year)
    }

    /// Whether it is about money.
    pub const fn is_of_money(&self) -> bool {
        matches!(self.writing, Writing::Money(_) | Writing::Receipt | Writing::Statement(_) | Writing::Accounts)
    }
}

impl Asked {
    /// That paper, with what is said when nobody says otherwise.
    pub fn new(paper: &'static Paper, these: Option<Vec<i64>>) -> Self {
        let mut options = Entry::new(&paper.options, ("", 0));
        for (code, kept) in paper.defaults {
            options.put(code, *kept);
        }
        Self { paper, options, these, meeting: None }
    }

    /// The places among the options of those that matter: who, or what, is chosen one by one is not chosen by options
    /// too.
    pub fn asked(&self) -> Vec<usize> {
        let matters = |attribute: &Attribute| match attribute.code {
            "status" | "site" | "team" | "member" => self.these.is_none() && self.meeting.is_none(),
            "meeting" | "date" | "place" | "order" | "guests" => self.meeting.is_none(),
            "body" => self.meeting.is_none() && self.paper.about == About::Meeting,
            _ => true,
        };
        let attributes = self.paper.options.attributes.iter().enumerate();
        attributes.filter(|(_, attribute)| matters(attribute)).map(|(at, _)| at).collect()
    }

    /// Whether somebody bears each number that stands alone.
    ///
    /// # Errors
    /// The first that nobody bears.
    pub fn refuse_unknown(&self, reader: &Reader) -> Result<()> {
        for range in option::numbers(self.options.get("member")).map_err(Error::Invalid)? {
            let is_one = range.start() == range.end();
            if is_one && reader.member_by_number(*range.start())?.is_none() {
                return Err(Error::Invalid(Text::new("err-paper-number").with("number", show_number(*range.start()))));
            }
        }
        Ok(())
    }

    /// Whether whoever sits here may have it.
    ///
    /// # Errors
    /// The role that is needed.
    pub fn permit(&self, reader: &Reader, session: &Session) -> Result<()> {
        let command = match self.paper.writing {
            Writing::Receipt => &PRINT_MONEY,
            Writing::Money(_) => &PRINT_DUES,
            Writing::Accounts => &PRINT_ACCOUNT,
            Writing::Whole(_) => &PRINT_PRIVATE,
            _ if option::is_private(&self.options) => &PRINT_PRIVATE,
            _ => &PRINT,
        };
        reader.permit(session, command)
    }
}
