// Built without any protection, so that tst_hardening is seen to notice each one that is missing.
#include <cstdio>
#include <cstring>

int main(int argc, char** argv)
{
    char text[64] = "";
    if (argc > 1)
        std::strcpy(text, argv[1]);
    std::puts(text);
    return 0;
}
