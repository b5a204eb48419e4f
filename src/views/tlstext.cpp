#include "views/tlstext.h"

#include "views/attempttext.h"

#include <QCoreApplication>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::tlstext", text);
}

QString whatHappened(TlsFault fault)
{
    switch (fault) {
    case TlsFault::Unknown:
        break;
    case TlsFault::Expired:
        return tr("The server's certificate has expired.");
    case TlsFault::NotYetValid:
        return tr("The server's certificate is not valid yet.");
    case TlsFault::WrongHost:
        return tr("The server's certificate belongs to another address than this connection's.");
    case TlsFault::SelfSigned:
        return tr("The server's certificate is signed by nobody but the server itself.");
    case TlsFault::UnknownAuthority:
        return tr("The server's certificate comes from an authority that is not trusted here.");
    case TlsFault::WrongUse:
        return tr("The server's certificate was not made for servers.");
    case TlsFault::OldProtocol:
        return tr("The server offers outdated encryption only (older than TLS 1.2).");
    case TlsFault::NoCommonCipher:
        return tr("The server and this console have no way of encrypting in common that is safe.");
    case TlsFault::NotTls:
        return tr("What answers at this address does not encrypt (it does not speak TLS).");
    case TlsFault::OtherKey:
        return tr("The server's key is not one that this connection is pinned to.");
    }
    return tr("The server could not prove that it is FinHub.");
}

QString whatToDo(TlsFault fault)
{
    switch (fault) {
    case TlsFault::Expired:
    case TlsFault::NotYetValid:
        return tr("Check the date and time of this computer. If they are right, tell your administrator; do "
                  "not go on.");
    case TlsFault::WrongHost:
    case TlsFault::NotTls:
        return tr(
            "Check the address of the connection. If it is right, tell your administrator; do not go on.");
    case TlsFault::SelfSigned:
    case TlsFault::UnknownAuthority:
        return tr("Do not go on; tell your administrator. If FinHub has an authority of its own here, it "
                  "belongs into the "
                  "connection's settings.");
    case TlsFault::OtherKey:
        return tr("Do not go on: somebody may be between you and FinHub. Ask your administrator whether the "
                  "key was "
                  "changed.");
    case TlsFault::OldProtocol:
    case TlsFault::NoCommonCipher:
        return tr("Tell your administrator that the server has to offer TLS 1.2 or newer.");
    case TlsFault::Unknown:
    case TlsFault::WrongUse:
        break;
    }
    return tr("Do not go on; tell your administrator that its certificate is not valid.");
}
} // namespace

ErrorText tlsText(TlsFault fault, Attempt attempt)
{
    const QString meaning = nothingHappened(attempt);
    return {whatHappened(fault),
            isWrite(attempt) || attempt == Attempt::SignIn ? tr("Nothing was sent to it. %1").arg(meaning)
                                                           : meaning,
            whatToDo(fault)};
}

} // namespace finhub::views
