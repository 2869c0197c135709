//! Which key does what: one table that dispatch, footer, help, palette, README and tests read.

mod press;
mod table;

pub use press::{Keymap, active, azerty_digit, parse, shown};
pub use table::{BINDINGS, Binding};

/// Where a binding is live: one for each kind of screen, and everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// On every screen, unless the screen binds the key itself.
    Global,
    /// Lists of records.
    List,
    /// The line that filters a list.
    Filter,
    /// One record, read.
    Detail,
    /// One meeting.
    Meeting,
    /// One payment slip.
    Slip,
    /// The founders' list of a meeting.
    Founders,
    /// Forms.
    Form,
    /// Questions with yes or no.
    Dialog,
    /// Short lists to choose from.
    Picker,
    /// The filters of a list.
    Filters,
    /// Short lists of which some are marked.
    Marks,
    /// What a change of many records would do.
    Summary,
    /// Amounts before they are raised.
    Raise,
    /// The preview of an import.
    Import,
    /// The columns of an import.
    Columns,
    /// What was kept of the columns of imports, to choose from.
    Mappings,
    /// Acts of a record or of the book.
    History,
    /// Two versions of one record.
    Conflict,
    /// A paper before it is printed.
    Paper,
    /// Pairs of records that may be one person.
    Pairs,
    /// Two records that may be one person.
    Merge,
    /// The locked screen.
    Lock,
    /// Minutes while they are written.
    Minutes,
    /// Something to be read from its beginning to its end.
    Reading,
    /// The first page.
    Home,
    /// The settings.
    Settings,
    /// The first page of money.
    Money,
    /// The roll call of a meeting.
    Roll,
    /// A sheet of rows before it is written.
    Sheet,
    /// The line in which a row of a sheet is typed.
    Line,
    /// One cycle of a savings group.
    Cycle,
    /// The line on which money is taken in.
    Pay,
    /// What is closed and what is not, and what those who control look at.
    Closing,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// What a key can do. The text key of a command's name is `cmd-` and its id.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Cmd { $($(#[$doc])* $name,)+
            /// Goes to one of the ten areas, 0 to 9 in their order on screen.
            Area(u8),
        }
        impl Cmd {
            /// Every command.
            pub fn all() -> impl Iterator<Item = Self> {
                [$(Self::$name),+].into_iter().chain((0..10).map(Self::Area))
            }
            /// The key of the command's name in the language files.
            pub const fn text_id(self) -> &'static str {
                match self { $(Self::$name => concat!("cmd-", $id),)+ Self::Area(n) => AREAS[n as usize] }
            }
        }
    };
}

impl Cmd {
    /// Where a cursor goes that is on row `at` of `rows`, of which a page shows so many; `None` when the command moves none.
    pub fn step(self, at: usize, rows: usize, page: usize) -> Option<usize> {
        let last = rows.saturating_sub(1);
        let to = match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => at + 1,
            Self::PageUp => at.saturating_sub(page),
            Self::PageDown => at + page,
            Self::Top => 0,
            Self::Bottom => last,
            _ => return None,
        };
        Some(to.min(last))
    }
}

/// Text keys of the areas, in their order on screen; keys `1` to `9`, then `0`.
pub const AREAS: [&str; 10] = [
    "area-home",
    "area-members",
    "area-meetings",
    "area-elections",
    "area-money",
    "area-production",
    "area-legal",
    "area-training",
    "area-plans",
    "area-disputes",
];

/// Text keys of the areas' short names, for narrow screens.
pub const SHORT_AREAS: [&str; 10] = [
    "area-home-short",
    "area-members-short",
    "area-meetings-short",
    "area-elections-short",
    "area-money-short",
    "area-production-short",
    "area-legal-short",
    "area-training-short",
    "area-plans-short",
    "area-disputes-short",
];

commands!(
    /// Ends the program.
    Quit = "quit",
    /// One layer back.
    Back = "back",
    /// Lists the keys and runs the chosen one.
    Help = "help",
    /// Finds any command or record by name.
    Palette = "palette",
    /// Opens the settings.
    Settings = "settings",
    /// Locks the screen or changes the user.
    Lock = "lock",
    /// Changes the language.
    Language = "language",
    /// Undoes the last act of this user.
    Undo = "undo",
    /// Redoes what was undone.
    Redo = "redo",
    /// Enters a pile of paper forms one after the other.
    PaperForms = "paper-forms",
    /// Lists the sites.
    Sites = "sites",
    /// Lists the teams.
    Teams = "teams",
    /// Lists what meetings want done.
    Actions = "actions",
    /// Lists the bodies.
    Organs = "organs",
    /// Takes a payment.
    Pay = "pay",
    /// Up one row.
    Up = "up",
    /// Down one row.
    Down = "down",
    /// Up one page.
    PageUp = "page-up",
    /// Down one page.
    PageDown = "page-down",
    /// First row.
    Top = "top",
    /// Last row.
    Bottom = "bottom",
    /// Opens what is selected.
    Open = "open",
    /// Makes a new one.
    New = "new",
    /// Changes what is selected.
    Edit = "edit",
    /// Archives or voids what is selected.
    Archive = "archive",
    /// Filters as you type.
    Filter = "filter",
    /// Chooses a filter from a list.
    Filters = "filters",
    /// Marks a row.
    Mark = "mark",
    /// Marks all rows that are shown.
    MarkAll = "mark-all",
    /// Marks the rows from the one marked last to this one.
    MarkRange = "mark-range",
    /// Changes all marked records together.
    Bulk = "bulk",
    /// Takes something away that is no record.
    Remove = "remove",
    /// Moves something to the left or up.
    Earlier = "earlier",
    /// Moves something to the right or down.
    Later = "later",
    /// Changes the order.
    Sort = "sort",
    /// Admits applicants, or validates admissions.
    Admit = "admit",
    /// Shows what was changed, by whom.
    History = "history",
    /// Prints.
    Print = "print",
    /// Writes a file.
    Export = "export",
    /// Reads a file.
    Import = "import",
    /// Saves.
    Save = "save",
    /// Next field.
    Next = "next",
    /// Previous field.
    Previous = "previous",
    /// Goes on to the field behind this one, or takes the proposal.
    Enter = "enter",
    /// Undoes typing in a field.
    UndoField = "undo-field",
    /// Redoes typing in a field.
    RedoField = "redo-field",
    /// Says yes.
    Confirm = "confirm",
    /// Takes over what was set.
    Done = "done",
    /// Takes the selected one.
    Choose = "choose",
    /// Writes the rows of an import.
    Write = "write",
    /// Shows and changes what the columns mean.
    Columns = "columns",
    /// Leaves a row out of an import, or takes it in again.
    LeaveOut = "leave-out",
    /// Keeps the meaning of the columns under a name.
    SaveMapping = "save-mapping",
    /// Lists the kept meanings of columns.
    Mappings = "mappings",
    /// Chooses another sheet.
    Sheet = "sheet",
    /// Brings people in as applicants, or as admitted members.
    Admitted = "admitted",
    /// Undoes the selected act.
    UndoThis = "undo-this",
    /// Takes the other version of a field.
    Swap = "swap",
    /// Lists who may stand twice in the register.
    Duplicates = "duplicates",
    /// Makes one record of two.
    Merge = "merge",
    /// Keeps the other record of two.
    Exchange = "exchange",
    /// Says that two records are two people.
    Distinct = "distinct",
    /// Puts a record or a phrase into the text.
    Insert = "insert",
    /// Saves and goes on to the next item.
    SaveNext = "save-next",
    /// Goes to the next item.
    NextItem = "next-item",
    /// Goes to the item before.
    PreviousItem = "previous-item",
    /// Looks for words in the text.
    Find = "find",
    /// Completes a name.
    Complete = "complete",
    /// Looks for words in all minutes.
    Minutes = "minutes",
    /// Shows the whole as it will be printed.
    ReadBack = "read-back",
    /// Takes a meeting to what comes next.
    Stage = "stage",
    /// Calls the roll of a meeting.
    RollCall = "roll-call",
    /// Puts a motion.
    Motion = "motion",
    /// Enters what somebody is to do.
    Action = "action",
    /// Calls a meeting again that had no quorum.
    SecondCall = "second-call",
    /// Enters who votes for somebody.
    Proxy = "proxy",
    /// Enters that somebody is excused.
    Excused = "excused",
    /// Enters that somebody has left.
    Left = "left",
    /// Enters that everybody is here.
    AllPresent = "all-present",
    /// Enters a guest.
    Guest = "guest",
    /// Enters what a meeting of a savings group brought in.
    Meet = "meet",
    /// Lends out of what was saved.
    Lend = "lend",
    /// Helps somebody out of the social fund.
    Aid = "aid",
    /// Shares out what was saved.
    ShareOut = "share-out",
    /// Says on which leaf of a book a receipt was written by hand.
    Leaf = "leaf",
    /// Chooses the account that money goes into.
    Account = "account",
    /// Says on which day it was.
    Day = "day",
    /// Adds a member for whom is paid too.
    AlsoFor = "also-for",
    /// Says more of what is being entered.
    More = "more",
    /// Opens or closes a batch.
    Batch = "batch",
    /// Signs a payment slip.
    Approve = "approve",
    /// Refuses it.
    Refuse = "refuse",
    /// Pays it.
    PayOut = "pay-out",
);
