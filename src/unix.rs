//! Everything that is Unix and nothing else: who runs the program, which processes live, how files are protected.

pub mod printer;

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, BufWriter, IntoInnerError},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

/// The name the system knows the user by, from the user id of this process; else `$USER`; else the id itself.
pub fn system_user() -> String {
    let uid = fs::metadata("/proc/self").map(|m| m.uid()).ok();
    let listed = || {
        let uid = uid?.to_string();
        let users = fs::read_to_string("/etc/passwd").ok()?;
        users.lines().find_map(|line| {
            let mut parts = line.split(':');
            let name = parts.next()?;
            (parts.nth(1)? == uid).then(|| name.to_owned())
        })
    };
    listed()
        .or_else(|| std::env::var("USER").ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| uid.map_or_else(String::new, |uid| uid.to_string()))
}

/// Names this running program: host, process, and when the machine and the process were started.
pub fn session_id() -> String {
    let host = line("/proc/sys/kernel/hostname").unwrap_or_else(|| "localhost".to_owned());
    let pid = std::process::id();
    format!("{host}/{pid}/{}-{}", boot(), started(pid).unwrap_or_default())
}

/// Whether the program that [`session_id`] named still runs. One of another boot does not: a book stands on a disk of
/// this machine, so that a program of another machine cannot have it open.
pub fn is_alive(session: &str) -> bool {
    let mut parts = session.rsplit('/');
    let (Some(start), Some(pid)) = (parts.next(), parts.next()) else { return false };
    let Some((booted, at)) = start.split_once('-') else { return false };
    booted == boot() && pid.parse().ok().and_then(started).is_some_and(|started| started == at)
}

fn line(path: &str) -> Option<String> {
    fs::read_to_string(path).ok().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn boot() -> String {
    let mut id = line("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    id.truncate(8);
    id
}

/// When a process was started, in clock ticks since the boot; `None` when it runs no more.
fn started(pid: u32) -> Option<String> {
    start_of(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?).map(str::to_owned)
}

/// Field 22 of a process's `stat`, counted behind the name. One that has ended and whose parent has not looked yet runs
/// no more.
fn start_of(stat: &str) -> Option<&str> {
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace();
    fields.next().filter(|state| !matches!(*state, "Z" | "X"))?;
    fields.nth(18)
}

/// A path as somebody types it: `~/` is the home folder.
pub fn home(typed: &str) -> PathBuf {
    match typed.strip_prefix("~/").zip(std::env::var_os("HOME")) {
        Some((rest, home)) => PathBuf::from(home).join(rest),
        None => PathBuf::from(typed),
    }
}

/// Makes a new file that others cannot read; in a folder that hands its group on, the group may.
///
/// # Errors
/// `AlreadyExists`, and whatever the system says.
pub fn create_private(path: &Path) -> io::Result<File> {
    let shared = fs::metadata(folder(path)).is_ok_and(|m| m.mode() & 0o2000 != 0);
    OpenOptions::new().read(true).write(true).create_new(true).mode(if shared { 0o660 } else { 0o600 }).open(path)
}

/// Writes a file that is there whole or not at all; one that was there is replaced.
///
/// # Errors
/// Those of `write`, and whatever the system says.
pub fn write_whole<T, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, E>,
) -> Result<T, E> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let _ = fs::remove_file(&part);
    let written = (|| {
        let mut out = BufWriter::new(create_private(&part)?);
        let done = write(&mut out)?;
        out.into_inner().map_err(IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&part, path)?;
        Ok(done)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// Makes a new folder under the system's temporary one that others cannot look into.
///
/// # Errors
/// Whatever the system says.
pub fn private_folder(name: &str) -> io::Result<PathBuf> {
    let mut n = std::process::id();
    loop {
        let folder = std::env::temp_dir().join(format!("{name}-{n}"));
        match DirBuilder::new().mode(0o700).create(&folder) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => n = n.wrapping_add(1),
            made => return made.map(|()| folder),
        }
    }
}

/// The folder a file stands in.
pub fn folder(path: &Path) -> PathBuf {
    path.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Makes sure that a file, and its name in the folder, are on disk.
///
/// # Errors
/// Whatever the system says.
pub fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()?;
    File::open(folder(path))?.sync_all()
}

/// The kind of network file system that a file stands on, if it does. The log of a book would be lost or torn there:
/// its writers share memory, which ends at the machine.
pub fn network_file_system(path: &Path) -> Option<String> {
    const NETWORK: &[&str] = &[
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "ncpfs",
        "vboxsf",
        "prl_fs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.glusterfs",
        "davfs",
        "fuse.davfs2",
        "coda",
        "ocfs2",
    ];
    let folder = fs::canonicalize(folder(path)).ok()?;
    let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
    let kind = mount_kind(&mounts, &folder)?;
    NETWORK.contains(&kind).then(|| kind.to_owned())
}

/// The file system of the longest mount point that `folder` stands under; the last mounted wins.
fn mount_kind<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mut best = (0, None);
    for line in mounts.lines() {
        let Some((left, right)) = line.split_once(" - ") else { continue };
        let Some(point) = left.split(' ').nth(4) else { continue };
        // blanks and the like are written as octal numbers
        let point = point.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
        if folder.starts_with(&point) && point.len() >= best.0 {
            best = (point.len(), right.split(' ').next());
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_program_is_alive_and_others_are_not() {
        let me = session_id();
        assert!(is_alive(&me));
        let (rest, start) = me.rsplit_once('/').unwrap();
        let (host, _) = rest.rsplit_once('/').unwrap();
        assert!(!is_alive(&format!("{host}/{}/{start}", u32::MAX)));
        assert!(!is_alive(&format!("{rest}/{start}0")));
        assert!(!is_alive(&format!("{rest}/00000000-1")), "another boot, or another machine");
        assert!(!is_alive("nonsense"));
        assert!(!system_user().is_empty());
    }

    #[test]
    fn a_program_that_has_ended_is_not_alive_before_its_parent_has_looked() {
        let stat = |state: &str| format!("17 (a) b) {state} 1 17 17 0 -1 42 658 0 0 0 0 0 0 0 20 0 1 0 5632 0 0");
        assert_eq!(start_of(&stat("S")), Some("5632"));
        assert_eq!(start_of(&stat("Z")), None);
    }

    #[test]
    fn a_new_file_is_private_unless_the_folder_is_shared() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let mode = |name: &str| {
            let file = create_private(&dir.path().join(name)).unwrap();
            file.metadata().unwrap().mode() & 0o777
        };
        assert_eq!(mode("a"), 0o600);
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o2770)).unwrap();
        assert_eq!(mode("b") & 0o600, 0o600);
        assert_eq!(mode("c") & 0o007, 0, "never for others");
        assert_eq!(create_private(&dir.path().join("a")).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    }

    #[test]
    fn the_longest_mount_point_counts() {
        let mounts = "21 1 8:1 / / rw - ext4 /dev/sda rw\n22 21 0:5 / /srv/coop\\040x rw shared:1 - nfs4 host:/x rw\n";
        assert_eq!(mount_kind(mounts, Path::new("/home/a")), Some("ext4"));
        assert_eq!(mount_kind(mounts, Path::new("/srv/coop x/y")), Some("nfs4"));
        assert_eq!(mount_kind(mounts, Path::new("/srv/coop")), Some("ext4"));
    }
}
