//! Which key does what: one table that dispatch, footer, help, palette, README and tests read.

mod press;

pub use press::{Keymap, active, azerty_digit, parse, shown};

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
    /// The first page of money.
    Money,
    /// The roll call of a meeting.
    Roll,
    /// The line on which money is taken in.
    Pay,
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

/// One row of the table.
pub struct Binding {
    /// Where it is live.
    pub scope: Scope,
    /// Keys separated by blanks; the first is the one that is shown.
    pub keys: &'static str,
    /// What it does.
    pub cmd: Cmd,
    /// Place in the footer, smaller is more to the left; 0 is only in the help.
    pub footer: u8,
}

const fn b(scope: Scope, keys: &'static str, cmd: Cmd, footer: u8) -> Binding {
    Binding { scope, keys, cmd, footer }
}

/// The table. On AZERTY keyboards the unshifted top row (`&é"'(-è_çà`, Belgian `§` and `!`) stands for the digits.
pub static BINDINGS: &[Binding] = &[
    b(Scope::List, "enter", Cmd::Open, 1),
    b(Scope::List, "n", Cmd::New, 2),
    b(Scope::List, "e", Cmd::Edit, 3),
    b(Scope::List, "/", Cmd::Filter, 4),
    b(Scope::List, "f", Cmd::Filters, 5),
    b(Scope::List, "s", Cmd::Sort, 6),
    b(Scope::List, "i", Cmd::Import, 8),
    b(Scope::List, "x", Cmd::Export, 0),
    b(Scope::List, "a", Cmd::Admit, 0),
    b(Scope::List, "p", Cmd::Print, 0),
    b(Scope::List, "d delete", Cmd::Archive, 0),
    b(Scope::List, "space", Cmd::Mark, 0),
    b(Scope::List, "m", Cmd::MarkRange, 0),
    b(Scope::List, "*", Cmd::MarkAll, 0),
    // in the footer as soon as something is marked
    b(Scope::List, "b", Cmd::Bulk, 3),
    b(Scope::List, "c", Cmd::Columns, 0),
    b(Scope::List, "r", Cmd::Duplicates, 0),
    b(Scope::List, "h", Cmd::History, 7),
    b(Scope::List, "up k", Cmd::Up, 0),
    b(Scope::List, "down j", Cmd::Down, 0),
    b(Scope::List, "pageup", Cmd::PageUp, 0),
    b(Scope::List, "pagedown", Cmd::PageDown, 0),
    b(Scope::List, "home", Cmd::Top, 0),
    b(Scope::List, "end", Cmd::Bottom, 0),
    b(Scope::Filter, "enter", Cmd::Done, 1),
    b(Scope::Filter, "esc", Cmd::Back, 2),
    b(Scope::Filter, "up", Cmd::Up, 0),
    b(Scope::Filter, "down", Cmd::Down, 0),
    b(Scope::Filter, "pageup", Cmd::PageUp, 0),
    b(Scope::Filter, "pagedown", Cmd::PageDown, 0),
    b(Scope::Detail, "enter", Cmd::Open, 0),
    b(Scope::Detail, "e", Cmd::Edit, 1),
    b(Scope::Detail, "n", Cmd::New, 2),
    b(Scope::Detail, "d delete", Cmd::Archive, 3),
    b(Scope::Detail, "a", Cmd::Admit, 0),
    b(Scope::Detail, "h", Cmd::History, 4),
    b(Scope::Detail, "down j", Cmd::Down, 0),
    b(Scope::Detail, "up k", Cmd::Up, 0),
    b(Scope::Detail, "pageup", Cmd::PageUp, 0),
    b(Scope::Detail, "pagedown", Cmd::PageDown, 0),
    b(Scope::Detail, "home", Cmd::Top, 0),
    b(Scope::Detail, "end", Cmd::Bottom, 0),
    b(Scope::Detail, "p", Cmd::Print, 5),
    b(Scope::Meeting, "enter", Cmd::Open, 1),
    b(Scope::Meeting, "o", Cmd::Stage, 2),
    b(Scope::Meeting, "r", Cmd::RollCall, 3),
    b(Scope::Meeting, "m", Cmd::Motion, 4),
    b(Scope::Meeting, "t", Cmd::Action, 5),
    b(Scope::Meeting, "n", Cmd::New, 6),
    b(Scope::Meeting, "e", Cmd::Edit, 7),
    b(Scope::Meeting, "left", Cmd::Earlier, 8),
    b(Scope::Meeting, "right", Cmd::Later, 9),
    b(Scope::Meeting, "c", Cmd::SecondCall, 0),
    b(Scope::Meeting, "a", Cmd::Admit, 0),
    b(Scope::Meeting, "d delete", Cmd::Archive, 0),
    b(Scope::Meeting, "p", Cmd::Print, 10),
    b(Scope::Meeting, "h", Cmd::History, 11),
    b(Scope::Meeting, "down j", Cmd::Down, 0),
    b(Scope::Meeting, "up k", Cmd::Up, 0),
    b(Scope::Meeting, "pageup", Cmd::PageUp, 0),
    b(Scope::Meeting, "pagedown", Cmd::PageDown, 0),
    b(Scope::Meeting, "home", Cmd::Top, 0),
    b(Scope::Meeting, "end", Cmd::Bottom, 0),
    b(Scope::Slip, "enter", Cmd::Open, 0),
    b(Scope::Slip, "a", Cmd::Approve, 1),
    b(Scope::Slip, "r", Cmd::Refuse, 2),
    b(Scope::Slip, "o", Cmd::PayOut, 3),
    b(Scope::Slip, "p", Cmd::Print, 4),
    b(Scope::Slip, "n", Cmd::New, 5),
    b(Scope::Slip, "d delete", Cmd::Archive, 6),
    b(Scope::Slip, "e", Cmd::Edit, 0),
    b(Scope::Slip, "h", Cmd::History, 7),
    b(Scope::Slip, "down j", Cmd::Down, 0),
    b(Scope::Slip, "up k", Cmd::Up, 0),
    b(Scope::Slip, "pageup", Cmd::PageUp, 0),
    b(Scope::Slip, "pagedown", Cmd::PageDown, 0),
    b(Scope::Slip, "home", Cmd::Top, 0),
    b(Scope::Slip, "end", Cmd::Bottom, 0),
    b(Scope::Founders, "enter", Cmd::Choose, 1),
    b(Scope::Founders, "left", Cmd::Earlier, 2),
    b(Scope::Founders, "right", Cmd::Later, 3),
    b(Scope::Founders, "delete", Cmd::Remove, 4),
    b(Scope::Founders, "up", Cmd::Up, 0),
    b(Scope::Founders, "down", Cmd::Down, 0),
    b(Scope::Founders, "pageup", Cmd::PageUp, 0),
    b(Scope::Founders, "pagedown", Cmd::PageDown, 0),
    b(Scope::Form, "f2 ctrl-s", Cmd::Save, 1),
    b(Scope::Form, "tab", Cmd::Next, 2),
    b(Scope::Form, "shift-tab", Cmd::Previous, 3),
    b(Scope::Form, "enter", Cmd::Enter, 0),
    b(Scope::Form, "up", Cmd::Up, 0),
    b(Scope::Form, "down", Cmd::Down, 0),
    b(Scope::Form, "pageup", Cmd::PageUp, 0),
    b(Scope::Form, "pagedown", Cmd::PageDown, 0),
    b(Scope::Form, "ctrl-z", Cmd::UndoField, 5),
    b(Scope::Form, "esc", Cmd::Back, 4),
    b(Scope::Form, "ctrl-y", Cmd::RedoField, 0),
    b(Scope::Dialog, "enter", Cmd::Confirm, 1),
    b(Scope::Dialog, "down", Cmd::Down, 0),
    b(Scope::Dialog, "up", Cmd::Up, 0),
    b(Scope::Picker, "enter", Cmd::Choose, 1),
    b(Scope::Picker, "up", Cmd::Up, 0),
    b(Scope::Picker, "down", Cmd::Down, 0),
    b(Scope::Picker, "pageup", Cmd::PageUp, 0),
    b(Scope::Picker, "pagedown", Cmd::PageDown, 0),
    b(Scope::Picker, "home", Cmd::Top, 0),
    b(Scope::Picker, "end", Cmd::Bottom, 0),
    b(Scope::Filters, "enter", Cmd::Choose, 1),
    b(Scope::Filters, "f2", Cmd::Edit, 2),
    b(Scope::Filters, "delete", Cmd::Remove, 3),
    b(Scope::Filters, "up", Cmd::Up, 0),
    b(Scope::Filters, "down", Cmd::Down, 0),
    b(Scope::Filters, "home", Cmd::Top, 0),
    b(Scope::Filters, "end", Cmd::Bottom, 0),
    b(Scope::Marks, "space", Cmd::Mark, 2),
    b(Scope::Marks, "left", Cmd::Earlier, 3),
    b(Scope::Marks, "right", Cmd::Later, 4),
    b(Scope::Marks, "enter f2", Cmd::Done, 1),
    b(Scope::Marks, "up k", Cmd::Up, 0),
    b(Scope::Marks, "down j", Cmd::Down, 0),
    b(Scope::Summary, "enter f2", Cmd::Write, 1),
    b(Scope::Summary, "up k", Cmd::Up, 0),
    b(Scope::Summary, "down j", Cmd::Down, 0),
    b(Scope::Summary, "pageup", Cmd::PageUp, 0),
    b(Scope::Summary, "pagedown", Cmd::PageDown, 0),
    b(Scope::Raise, "enter f2", Cmd::Write, 1),
    b(Scope::Raise, "space x", Cmd::LeaveOut, 2),
    b(Scope::Raise, "up k", Cmd::Up, 0),
    b(Scope::Raise, "down j", Cmd::Down, 0),
    b(Scope::Raise, "pageup", Cmd::PageUp, 0),
    b(Scope::Raise, "pagedown", Cmd::PageDown, 0),
    b(Scope::Raise, "home", Cmd::Top, 0),
    b(Scope::Raise, "end", Cmd::Bottom, 0),
    b(Scope::Import, "f2", Cmd::Write, 1),
    b(Scope::Import, "enter", Cmd::Open, 2),
    b(Scope::Import, "c", Cmd::Columns, 3),
    b(Scope::Import, "x space", Cmd::LeaveOut, 4),
    b(Scope::Import, "f", Cmd::Filters, 5),
    b(Scope::Import, "a", Cmd::Admitted, 6),
    b(Scope::Import, "s", Cmd::Sheet, 7),
    b(Scope::Import, "up k", Cmd::Up, 0),
    b(Scope::Import, "down j", Cmd::Down, 0),
    b(Scope::Import, "pageup", Cmd::PageUp, 0),
    b(Scope::Import, "pagedown", Cmd::PageDown, 0),
    b(Scope::Import, "home", Cmd::Top, 0),
    b(Scope::Import, "end", Cmd::Bottom, 0),
    b(Scope::Columns, "enter", Cmd::Choose, 1),
    b(Scope::Columns, "f2", Cmd::Done, 2),
    b(Scope::Columns, "s", Cmd::SaveMapping, 3),
    b(Scope::Columns, "f", Cmd::Mappings, 4),
    b(Scope::Columns, "up k", Cmd::Up, 0),
    b(Scope::Columns, "down j", Cmd::Down, 0),
    b(Scope::Columns, "pageup", Cmd::PageUp, 0),
    b(Scope::Columns, "pagedown", Cmd::PageDown, 0),
    b(Scope::Mappings, "enter", Cmd::Choose, 1),
    b(Scope::Mappings, "delete", Cmd::Remove, 2),
    b(Scope::Mappings, "up", Cmd::Up, 0),
    b(Scope::Mappings, "down", Cmd::Down, 0),
    b(Scope::Mappings, "pageup", Cmd::PageUp, 0),
    b(Scope::Mappings, "pagedown", Cmd::PageDown, 0),
    b(Scope::Mappings, "home", Cmd::Top, 0),
    b(Scope::Mappings, "end", Cmd::Bottom, 0),
    b(Scope::History, "u", Cmd::UndoThis, 1),
    b(Scope::History, "enter", Cmd::Open, 2),
    b(Scope::History, "up k", Cmd::Up, 0),
    b(Scope::History, "down j", Cmd::Down, 0),
    b(Scope::History, "pageup", Cmd::PageUp, 0),
    b(Scope::History, "pagedown", Cmd::PageDown, 0),
    b(Scope::History, "home", Cmd::Top, 0),
    b(Scope::History, "end", Cmd::Bottom, 0),
    b(Scope::Conflict, "f2 ctrl-s", Cmd::Save, 1),
    b(Scope::Conflict, "space enter", Cmd::Swap, 2),
    b(Scope::Conflict, "up k", Cmd::Up, 0),
    b(Scope::Conflict, "down j", Cmd::Down, 0),
    b(Scope::Paper, "p enter", Cmd::Print, 1),
    b(Scope::Paper, "f2 ctrl-s x", Cmd::Save, 2),
    b(Scope::Paper, "e", Cmd::Edit, 3),
    b(Scope::Paper, "up k", Cmd::Up, 0),
    b(Scope::Paper, "down j", Cmd::Down, 0),
    b(Scope::Paper, "pageup", Cmd::PageUp, 0),
    b(Scope::Paper, "pagedown space", Cmd::PageDown, 0),
    b(Scope::Paper, "home", Cmd::Top, 0),
    b(Scope::Paper, "end", Cmd::Bottom, 0),
    b(Scope::Pairs, "enter", Cmd::Open, 1),
    b(Scope::Pairs, "d", Cmd::Distinct, 2),
    b(Scope::Pairs, "up k", Cmd::Up, 0),
    b(Scope::Pairs, "down j", Cmd::Down, 0),
    b(Scope::Pairs, "pageup", Cmd::PageUp, 0),
    b(Scope::Pairs, "pagedown", Cmd::PageDown, 0),
    b(Scope::Pairs, "home", Cmd::Top, 0),
    b(Scope::Pairs, "end", Cmd::Bottom, 0),
    b(Scope::Merge, "f2 ctrl-s", Cmd::Merge, 1),
    b(Scope::Merge, "space enter", Cmd::Swap, 2),
    b(Scope::Merge, "x", Cmd::Exchange, 3),
    b(Scope::Merge, "d", Cmd::Distinct, 4),
    b(Scope::Merge, "up k", Cmd::Up, 0),
    b(Scope::Merge, "down j", Cmd::Down, 0),
    b(Scope::Merge, "home", Cmd::Top, 0),
    b(Scope::Merge, "end", Cmd::Bottom, 0),
    b(Scope::Lock, "enter", Cmd::Open, 1),
    b(Scope::Lock, "tab down", Cmd::Next, 2),
    b(Scope::Lock, "shift-tab up", Cmd::Previous, 0),
    b(Scope::Minutes, "f2", Cmd::SaveNext, 1),
    b(Scope::Minutes, "f3", Cmd::Motion, 2),
    b(Scope::Minutes, "f4", Cmd::Insert, 3),
    b(Scope::Minutes, "f5", Cmd::Action, 4),
    b(Scope::Minutes, "f6", Cmd::ReadBack, 5),
    b(Scope::Minutes, "ctrl-f", Cmd::Find, 6),
    b(Scope::Minutes, "ctrl-s", Cmd::Save, 0),
    b(Scope::Minutes, "pageup", Cmd::PageUp, 0),
    b(Scope::Minutes, "pagedown", Cmd::PageDown, 0),
    b(Scope::Minutes, "alt-pageup", Cmd::PreviousItem, 0),
    b(Scope::Minutes, "alt-pagedown", Cmd::NextItem, 0),
    b(Scope::Minutes, "ctrl-z", Cmd::UndoField, 8),
    b(Scope::Minutes, "ctrl-y", Cmd::RedoField, 0),
    b(Scope::Minutes, "tab", Cmd::Complete, 0),
    b(Scope::Minutes, "esc", Cmd::Back, 7),
    b(Scope::Reading, "pagedown space", Cmd::PageDown, 1),
    b(Scope::Reading, "pageup", Cmd::PageUp, 2),
    b(Scope::Reading, "up k", Cmd::Up, 0),
    b(Scope::Reading, "down j", Cmd::Down, 0),
    b(Scope::Reading, "home", Cmd::Top, 0),
    b(Scope::Reading, "end", Cmd::Bottom, 0),
    b(Scope::Reading, "f6", Cmd::ReadBack, 0),
    b(Scope::Home, "enter", Cmd::Open, 1),
    b(Scope::Home, "up k", Cmd::Up, 0),
    b(Scope::Home, "down j", Cmd::Down, 0),
    b(Scope::Money, "enter", Cmd::Open, 1),
    b(Scope::Money, "n", Cmd::New, 3),
    b(Scope::Money, "e", Cmd::Edit, 4),
    b(Scope::Money, "up k", Cmd::Up, 0),
    b(Scope::Money, "down j", Cmd::Down, 0),
    b(Scope::Roll, "enter", Cmd::Enter, 1),
    b(Scope::Roll, "f6", Cmd::Proxy, 2),
    b(Scope::Roll, "f7", Cmd::Excused, 3),
    b(Scope::Roll, "f8", Cmd::Left, 4),
    b(Scope::Roll, "alt-a", Cmd::AllPresent, 5),
    b(Scope::Roll, "f5", Cmd::Guest, 7),
    b(Scope::Roll, "ctrl-z", Cmd::Undo, 6),
    b(Scope::Roll, "delete", Cmd::Remove, 0),
    b(Scope::Roll, "up", Cmd::Up, 0),
    b(Scope::Roll, "down", Cmd::Down, 0),
    b(Scope::Roll, "pageup", Cmd::PageUp, 0),
    b(Scope::Roll, "pagedown", Cmd::PageDown, 0),
    b(Scope::Roll, "home", Cmd::Top, 0),
    b(Scope::Roll, "end", Cmd::Bottom, 0),
    b(Scope::Roll, "esc", Cmd::Back, 8),
    b(Scope::Pay, "enter", Cmd::Enter, 1),
    b(Scope::Pay, "f5", Cmd::Leaf, 2),
    b(Scope::Pay, "f6", Cmd::Account, 7),
    b(Scope::Pay, "f7", Cmd::Day, 8),
    b(Scope::Pay, "f8", Cmd::LeaveOut, 4),
    b(Scope::Pay, "f3", Cmd::AlsoFor, 5),
    b(Scope::Pay, "tab", Cmd::More, 6),
    b(Scope::Pay, "alt-b", Cmd::Batch, 3),
    b(Scope::Pay, "ctrl-z", Cmd::Undo, 0),
    b(Scope::Pay, "up", Cmd::Up, 0),
    b(Scope::Pay, "down", Cmd::Down, 0),
    b(Scope::Pay, "pageup", Cmd::PageUp, 0),
    b(Scope::Pay, "pagedown", Cmd::PageDown, 0),
    b(Scope::Pay, "esc", Cmd::Back, 9),
    b(Scope::Global, "f3", Cmd::PaperForms, 0),
    b(Scope::Global, "f4", Cmd::Pay, 0),
    b(Scope::Global, "f5", Cmd::Actions, 0),
    b(Scope::Global, "w", Cmd::Minutes, 0),
    b(Scope::Global, "f6", Cmd::Sites, 0),
    b(Scope::Global, "f7", Cmd::Teams, 0),
    b(Scope::Global, "f8", Cmd::Duplicates, 0),
    b(Scope::Global, "o", Cmd::Organs, 0),
    b(Scope::Global, "ctrl-p", Cmd::Palette, 20),
    b(Scope::Global, "? f1", Cmd::Help, 21),
    b(Scope::Global, "esc", Cmd::Back, 15),
    b(Scope::Global, "u", Cmd::Undo, 16),
    b(Scope::Global, "ctrl-r", Cmd::Redo, 0),
    b(Scope::Global, ",", Cmd::Settings, 0),
    b(Scope::Global, "f9", Cmd::Language, 0),
    b(Scope::Global, "ctrl-l", Cmd::Lock, 22),
    b(Scope::Global, "ctrl-q ctrl-c", Cmd::Quit, 23),
    b(Scope::Global, "1 & alt-1 alt-&", Cmd::Area(0), 0),
    b(Scope::Global, "2 é alt-2 alt-é", Cmd::Area(1), 0),
    b(Scope::Global, "3 \" alt-3 alt-\"", Cmd::Area(2), 0),
    b(Scope::Global, "4 ' alt-4 alt-'", Cmd::Area(3), 0),
    b(Scope::Global, "5 ( alt-5 alt-(", Cmd::Area(4), 0),
    b(Scope::Global, "6 - § alt-6 alt-- alt-§", Cmd::Area(5), 0),
    b(Scope::Global, "7 è alt-7 alt-è", Cmd::Area(6), 0),
    b(Scope::Global, "8 _ ! alt-8 alt-_ alt-!", Cmd::Area(7), 0),
    b(Scope::Global, "9 ç alt-9 alt-ç", Cmd::Area(8), 0),
    b(Scope::Global, "0 à alt-0 alt-à", Cmd::Area(9), 0),
];
