#include "documents/worker/namespaces.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace finhub::documents {

namespace {

// Any directory that every system has will do; what lies in it is of no matter.
constexpr char NewRoot[] = "/proc";

// The old root is put over the new one and then taken away, so that no directory for it is needed.
bool enterEmptyRoot()
{
    return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("empty", NewRoot, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY,
                 "size=4k,mode=111") == 0 &&
           chdir(NewRoot) == 0 && syscall(SYS_pivot_root, ".", ".") == 0 && umount2(".", MNT_DETACH) == 0 &&
           chdir("/") == 0;
}

} // namespace

bool enterNamespaces()
{
    // A namespace of process ids would be one for children, of which there will be none.
    return unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS |
                   CLONE_NEWCGROUP) == 0 &&
           enterEmptyRoot();
}

} // namespace finhub::documents
