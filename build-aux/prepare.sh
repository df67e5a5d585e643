# prepare.sh: what ./run and ./test share. Sourced with the working directory at
# the root of the repository.
#
# debian/control is the one list of packages: dpkg-checkbuilddeps reads it to
# say what is missing (a tenth of a second), apt-get satisfy to install it.

# say CHINESE ENGLISH: one line on standard error, in the user's language.
say ()
{
  case "${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
    zh*) printf '%s\n' "$1" >&2 ;;
    *) printf '%s\n' "$2" >&2 ;;
  esac
}

die ()
{
  say "$@"
  exit 1
}

# control_field NAME: the value of a field of debian/control, on one line,
# without the substitution variables.
control_field ()
{
  awk -v name="$1:" '
    /^[^ \t]/ { inside = ($1 == name); if (!inside) next; sub(/^[^:]*:/, "") }
    inside { printf "%s", $0 }
  ' debian/control | sed 's/\${[^}]*}[ ,]*//g'
}

# missing_packages PROFILE: prints what is not installed; false when nothing is.
missing_packages ()
{
  if ! command -v dpkg-checkbuilddeps > /dev/null; then
    echo "$wanted"
    return 0
  fi
  ! complaint=$(LC_ALL=C dpkg-checkbuilddeps -P "$1" -d "$wanted" 2>&1) || return 1
  echo "$complaint" | sed -n 's/.*Unmet build dependencies: //p'
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -- "$@"
  fi
}

apt ()
{
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Use-Pty=0 "$@" >&2
}

# install_packages PROFILE: "nocheck" leaves out what only the tests need, ""
# takes all. Does nothing when nothing is missing.
install_packages ()
{
  wanted="build-essential, $(control_field Build-Depends), $(control_field Depends)"
  missing=$(missing_packages "$1") || return 0

  command -v apt-get > /dev/null \
    || die "缺少软件包，而本机没有 apt-get，请自行安装：$missing" \
           "Packages are missing and there is no apt-get here; please install: $missing"
  [ "$(id -u)" = 0 ] || command -v sudo > /dev/null \
    || die "缺少软件包，安装需要 root 或 sudo：$missing" \
           "Packages are missing and installing them needs root or sudo: $missing"

  say "正在安装缺少的软件包：$missing" "Installing missing packages: $missing"
  apt update || say "软件源更新失败，改用已有列表。" "The package lists could not be updated; going on with the old ones."
  apt satisfy -y --no-install-recommends ${1:+-P "$1"} "$wanted" \
    || die "安装失败，原因见上。" "Installing failed; apt-get says why above."
}

# build_in FOLDER OPTION…: configures once, then builds what has changed.
build_in ()
{
  folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    say "正在配置 $folder …" "Configuring $folder …"
    rm -rf "$folder"
    meson setup "$folder" "$@" > "$folder.log" 2>&1 \
      || { cat "$folder.log" >&2; die "配置失败。" "Configuring failed."; }
    rm -f "$folder.log"
  fi
  if ninja -C "$folder" -n 2> /dev/null | grep -q 'no work to do'; then
    return 0
  fi
  say "正在编译 $folder …" "Building $folder …"
  if [ -t 2 ]; then
    ninja -C "$folder" >&2 || die "编译失败，原因见上。" "The build failed; the compiler says why above."
  elif ! ninja -C "$folder" > "$folder/build.log" 2>&1; then
    sed -n '/^FAILED\|^ninja: /,$p' "$folder/build.log" | grep -v '^\[' >&2
    die "编译失败，原因见上。" "The build failed; the compiler says why above."
  fi
}
